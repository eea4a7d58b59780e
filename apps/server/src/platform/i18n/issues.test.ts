import { formName, productInput } from '@jiechuan/contract';
import * as contract from '@jiechuan/contract';
import { z } from 'zod';
import { expect, test } from 'vitest';
import { wordIssue } from './issues.ts';
import { languages, message } from './messages.ts';

test('a text of the wrong form is told in words, never as a pattern, in every language', () => {
  const { issues } = productInput.shape.hs6.safeParse('21-03').error!;
  for (const language of languages) {
    const [worded] = wordIssue(issues[0]!, language);
    expect(worded).toMatchObject({ code: 'platform.form.hs6' });
    expect(worded!.message).toContain('210390');
  }
});

test.each([
  [z.string(), 7, 'A text is expected here.'],
  [z.number(), 'x', 'A number is expected here.'],
  [z.int(), 1.5, 'A whole number is expected here.'],
  [z.boolean(), 'x', 'Yes or no (true or false) is expected here.'],
  [z.array(z.string()), 'x', 'A list is expected here.'],
  [z.object({}), 'x', 'Fields with names and values are expected here.'],
  [z.date(), 'x', 'This is missing, or of another kind than expected.'],
  [z.string().max(2000), 'a'.repeat(2001), 'Too long: the limit is 2,000 characters.'],
  [z.string().min(3), 'a', 'Too short: at least 3 characters are needed.'],
  [z.string().min(1), '', 'Please fill this in.'],
  [z.string().length(3), 'a', 'Exactly 3 characters are needed.'],
  [z.string().length(3), 'abcd', 'Exactly 3 characters are needed.'],
  [z.array(z.string()).max(1), ['a', 'b'], 'Too many: at most 1 may be given.'],
  [z.array(z.string()).min(2), ['a'], 'Too few: at least 2 entries are needed.'],
  [z.array(z.string()).min(1), [], 'At least one entry is needed.'],
  [z.number().max(100), 101, 'At most 100.'],
  [z.number().lt(100), 100, 'Less than 100.'],
  [z.number().min(1), 0, 'At least 1.'],
  [z.number().gt(0), 0, 'More than 0.'],
  [z.number().multipleOf(5), 7, 'A multiple of 5 is expected here.'],
  [z.email(), 'x', 'This is not an e-mail address, such as name@example.org.'],
  [z.url(), 'x', 'This is not a web address, such as https://example.org.'],
  [z.uuid(), 'x', 'This is not an id as the system gives them.'],
  [z.iso.date(), 'x', 'A date looks like 2026-03-01.'],
  [z.iso.datetime(), 'x', 'A point in time looks like 2026-03-01T08:30:00Z.'],
  [z.string().regex(/^a$/), 'x', 'This has another form than expected.'],
  [z.enum(['sea', 'rail']), 'x', 'It may be one of these: sea, rail.'],
  [
    z.enum(Array.from({ length: 31 }, (_, at) => `v${at}`)),
    'x',
    'This is none of the values that there are.',
  ],
  [
    z.discriminatedUnion('by', [z.object({ by: z.literal('sea') }), z.object({ by: z.literal('rail') })]),
    { by: 'x' },
    'It may be one of these: sea, rail.',
  ],
  [z.union([z.string(), z.number()]), true, 'This is not possible here.'],
] as [z.ZodType, unknown, string][])(
  '%#: what a bound or kind asks for is said in plain words',
  (schema, input, words) => {
    const [issue] = schema.safeParse(input).error!.issues;
    expect(wordIssue(issue!, 'en')[0]!.message).toBe(words);
    for (const language of languages) {
      const said = wordIssue(issue!, language)[0]!.message;
      expect(said).not.toMatch(/issue\.|\{\{|<=|>=|expected string|Invalid/);
      if (language !== 'en') expect(said).not.toBe(words);
    }
  },
);

test('every form of the contract has its words in every language', () => {
  const patterns = new Set<string>();
  for (const part of Object.values(contract)) {
    if (!(part instanceof z.ZodType)) continue;
    const schema = JSON.stringify(z.toJSONSchema(part, { unrepresentable: 'any', io: 'input' }));
    for (const [, pattern] of schema.matchAll(/"pattern":"((?:[^"\\]|\\.)*)"/g))
      patterns.add(JSON.parse(`"${pattern}"`) as string);
  }
  const names = [...patterns].flatMap(
    (pattern) => formName(`/${pattern}/`) ?? formName(`/${pattern}/u`) ?? [],
  );
  expect(names).toContain('sku');
  expect(new Set(names).size).toBeGreaterThanOrEqual(8);
  for (const language of languages)
    for (const name of names)
      expect(message(language, `platform.form.${name}`)).not.toBe(`platform.form.${name}`);
});
