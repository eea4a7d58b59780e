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
