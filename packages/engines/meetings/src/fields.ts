import { InputFault } from './types.ts';

export function object(value: unknown, path: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new InputFault(path, 'notAnObject');
  return value as Record<string, unknown>;
}

export function list(value: unknown, path: string): readonly unknown[] {
  if (!Array.isArray(value)) throw new InputFault(path, 'notAList');
  return value;
}

export function natural(value: unknown, path: string, least: number, largest: number): number {
  if (!Number.isSafeInteger(value) || (value as number) < 0) throw new InputFault(path, 'notANaturalNumber');
  if ((value as number) < least || (value as number) > largest) throw new InputFault(path, 'outOfRange');
  return value as number;
}
