import { z } from 'zod';

/** What texts of a set form are called, by their pattern as a finding of the validator shows it. */
const names = new Map<string, string>();

/**
 * A text of a set form. What doesn't fit is told in words (`platform.form.<name>` of the error
 * catalogue), never as a pattern.
 */
export function formed(name: string, pattern: RegExp, base: z.ZodString = z.string()): z.ZodString {
  names.set(String(pattern), name);
  return base.regex(pattern);
}

/** What the form behind a validator's pattern is called; undefined for one without words. */
export const formName = (pattern: string): string | undefined => names.get(pattern);
