import { z } from 'zod';
import { languageTag } from './scalars.ts';

// NUL and half a surrogate pair can't be stored; other control characters only confuse a reader.
/* oxlint-disable-next-line eslint/no-control-regex -- control characters are what it refuses */
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/;
const readable = (value: string): boolean => !controls.test(value) && value.isWellFormed();

/** Text of 1–`maxLength` characters that can be stored and read: no control characters but tab and line ends. */
export const plainText = (maxLength: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(maxLength)
    .refine(readable, { params: { code: 'platform.unreadableText' } });

/** Words to search for; none at all is allowed. */
export const searchText = z
  .string()
  .trim()
  .max(200)
  .refine(readable, { params: { code: 'platform.unreadableText' } });

/** One plain text in several languages, `minimum`–20, by language tag. */
export const localisedPlainText = (maxLength: number, minimum = 1) =>
  z.record(languageTag, plainText(maxLength)).refine(
    (value) => {
      const count = Object.keys(value).length;
      return count >= minimum && count <= 20;
    },
    { params: { code: 'platform.languageCount', minimum: String(minimum) } },
  );
