import { Problem, problems } from '../../platform/errors.ts';

/** @throws Problem platform.staleVersion when somebody else was faster */
export function refuseStale(row: { version: number }, expected: number): void {
  if (row.version !== expected) throw new Problem(problems.staleVersion, { current: row.version });
}

/** Only what differs, so that the audit log reads as a diff. */
export function difference<T extends object>(before: T, after: T): { before: object; after: object } {
  const keys = (Object.keys(after) as (keyof T)[]).filter(
    (key) => key !== 'updatedAt' && JSON.stringify(before[key]) !== JSON.stringify(after[key]),
  );
  const pick = (from: T) => Object.fromEntries(keys.map((key) => [key, from[key]]));
  return { before: pick(before), after: pick(after) };
}
