import { formName } from '@jiechuan/contract';
import type { $ZodIssue } from 'zod/v4/core';
import { message } from './messages.ts';

/**
 * The words for one finding of a validator, in a language: the sentence that the schema named (`params.code`), that of the
 * form of the text, or what the bound or kind asks for. An object's unknown fields are one finding each.
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
  return [{ path: [...issue.path], code: `invalid.${issue.code}`, message: wordsOf(issue, language) }];
}

/** What is expected, by the validator's name for it. */
const expected: Record<string, string> = {
  string: 'expectedText',
  number: 'expectedNumber',
  int: 'expectedWhole',
  boolean: 'expectedYesNo',
  array: 'expectedList',
  object: 'expectedFields',
  record: 'expectedFields',
};
const forms = new Set(['email', 'url', 'uuid', 'date', 'datetime']);
/** More values than these are no help to a reader. */
const mostValues = 30;

/** The validator's own sentences name its types and signs (“expected string to have <=200 characters”); ours don't. */
function wordsOf(issue: $ZodIssue, language: string): string {
  const say = (name: string, params: Record<string, string> = {}) =>
    message(language, `platform.issue.${name}`, params);
  const bound = (name: string, limit: number | bigint) =>
    say(name, { limit: new Intl.NumberFormat(language).format(limit) });
  const oneOf = (values: readonly unknown[]) =>
    values.length <= mostValues ? say('oneOf', { values: values.map(String).join(', ') }) : say('notKnown');
  switch (issue.code) {
    case 'invalid_type':
      return say(expected[issue.expected] ?? 'expectedOther');
    case 'too_big': {
      const { origin, maximum, inclusive, exact } = issue;
      if (origin === 'string') return bound(exact ? 'exactLength' : 'tooLong', maximum);
      if (origin === 'array' || origin === 'set') return bound('tooManyEntries', maximum);
      return bound(inclusive === false ? 'lessThan' : 'atMost', maximum);
    }
    case 'too_small': {
      const { origin, minimum, inclusive, exact } = issue;
      if (origin === 'string') {
        if (exact) return bound('exactLength', minimum);
        return minimum <= 1 ? say('empty') : bound('tooShort', minimum);
      }
      if (origin === 'array' || origin === 'set')
        return minimum <= 1 ? say('noEntry') : bound('tooFewEntries', minimum);
      return bound(inclusive === false ? 'moreThan' : 'atLeast', minimum);
    }
    case 'invalid_format':
      return say(forms.has(issue.format) ? issue.format : 'otherForm');
    case 'not_multiple_of':
      return bound('multipleOf', issue.divisor);
    case 'invalid_value':
      return oneOf(issue.values);
    // Of which kind a thing is tells what else it must have.
    case 'invalid_union':
      return 'options' in issue && issue.options ? oneOf(issue.options) : say('notAllowed');
    default:
      return say('notAllowed');
  }
}
