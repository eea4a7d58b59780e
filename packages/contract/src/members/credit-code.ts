import { z } from 'zod';
import { checkCreditCode } from '../codes/index.ts';

/** Unified social credit code, GB 32100-2015; a wrong check character is refused and the right one named. */
export const creditCode = z
  .string()
  .length(18)
  .superRefine((value, context) => {
    const checked = checkCreditCode(value);
    if (checked.ok) return;
    const params =
      checked.reason === 'check-digit'
        ? { code: 'members.creditCodeCheckDigit', expected: checked.expected, given: value.slice(-1) }
        : { code: 'members.creditCodeForm' };
    context.addIssue({ code: 'custom', params });
  });
