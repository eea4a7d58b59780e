import { fine, wrong, type CodeCheck } from './check.ts';

/**
 * Checks a Chinese customs declaration number (报关单编号): 18 digits — customs office (4), year (4),
 * 0 export or 1 import, serial (9). It carries no check digit; year and direction are all that can be checked.
 */
export function checkCustomsDeclaration(value: string): CodeCheck {
  if (!/^\d*$/.test(value)) return wrong('alphabet');
  if (value.length !== 18) return wrong('length');
  const year = Number(value.slice(4, 8));
  return year >= 1990 && year <= 2100 && /[01]/.test(value[8]!) ? fine : wrong('structure');
}
