import { formName } from '@jiechuan/contract';
import * as zodLocales from 'zod/locales';
import type { $ZodIssue, $ZodRawIssue } from 'zod/v4/core';
import { message } from './messages.ts';

const byLanguage: Record<string, () => { localeError: (issue: $ZodRawIssue) => unknown }> = {
  'zh-CN': zodLocales.zhCN,
  en: zodLocales.en,
  ru: zodLocales.ru,
};

/**
 * The words for one finding of a validator, in a language: a sentence of ours where the schema
 * named one (`params.code`) or the form of the text has a name, else the validator's own translation.
 * An object's unknown fields are one finding each.
 */
export function wordIssue(
  issue: $ZodIssue,
  language: string,
): { path: PropertyKey[]; code: string; message: string }[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      path: [...issue.path, key],
      code: 'platform.unknownField',
      message: message(language, 'platform.unknownField', { field: key }),
    }));
  }
  if (issue.code === 'custom' && typeof issue['params']?.['code'] === 'string') {
    const { code, ...params } = issue['params'] as Record<string, string>;
    return [{ path: [...issue.path], code: code!, message: message(language, code!, params) }];
  }
  const form = issue.code === 'invalid_format' && issue.pattern && formName(issue.pattern);
  if (form)
    return [
      {
        path: [...issue.path],
        code: `platform.form.${form}`,
        message: message(language, `platform.form.${form}`),
      },
    ];
  const locale = (byLanguage[language] ?? byLanguage['en']!)();
  const worded = locale.localeError(issue as $ZodRawIssue);
  const text = typeof worded === 'string' ? worded : (worded as { message?: string } | undefined)?.message;
  return [{ path: [...issue.path], code: `invalid.${issue.code}`, message: text ?? issue.message }];
}
