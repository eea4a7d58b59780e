import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { createPlan, type PlanPage } from '@jiechuan/contract';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { message } from '../../platform/i18n/messages.ts';
import { typeset } from '../../platform/print/typeset.ts';
import { startTestApp, type TestApp } from '../../platform/testing/app.ts';
import { boxesIn } from '../../platform/testing/boxes-in.ts';
import { moneyIn } from './money.ts';
import { hotpotBase, maker, product, type Maker } from '../catalogue/testing/goods.ts';

let app: TestApp;
let owner: Maker;
let made: PlanPage;
beforeAll(async () => {
  app = await startTestApp(inject('postgres'));
  owner = await maker(app);
  const productId = await product(app, owner, {
    ...hotpotBase('plant'),
    // Characters of given names that most fonts lack: U+20BB7 and U+4DAE.
    names: { 'zh-CN': '𠮷䶮火锅底料', en: 'Jí Yǎn hotpot base', ru: 'Основа для хого «Цзи Янь»' },
  });
  made = await app.as(owner).call(createPlan, { body: { productId, market: 'HU', quantity: 2_000 } });
});
afterAll(() => app.close());

const print = async (language: string): Promise<Buffer> => {
  const answer = await app.http.inject({
    url: `/api/v1/plans/${made.id}/document?language=${language}`,
    headers: app.headersAs(owner),
  });
  expect(answer.statusCode).toBe(200);
  return answer.rawPayload;
};

/** What a reader's own tool reads out of a paper, in the order it was written, without its line breaks. */
async function wordsIn(pdf: Buffer): Promise<string> {
  const reading = promisify(execFile)('pdftotext', ['-raw', '-enc', 'UTF-8', '-', '-']);
  reading.child.stdin!.end(pdf);
  return bare((await reading).stdout);
}
const bare = (text: string): string => text.replaceAll(/\s/g, '');

describe('the paper of a plan', () => {
  // The market reads Hungarian, of which there is no catalogue: its paper is in Chinese and English.
  for (const [asked, language] of [
    ['en', 'en'],
    ['ru', 'ru'],
    ['hu', 'en'],
  ] as const)
    test(`asked for in ${asked} says the answer, its reasons, costs, dates and steps in Chinese and ${language}`, async () => {
      const { result } = made;
      const pdf = await print(asked);
      const words = await wordsIn(pdf);
      const says = (text: string) => expect(words).toContain(bare(text));
      for (const tongue of ['zh-CN', language]) {
        says(message(tongue, `plans.verdict.${result.verdict}`));
        says(result.product.names[tongue]!);
        for (const line of result.landed!.lines) says(message(tongue, `plans.line.${line.line}`));
        for (const { owner: who } of result.steps) says(message(tongue, `plans.owner.${who}`));
        for (const check of result.checks) says(check.requirement[tongue] ?? check.requirement['en']!);
      }
      for (const fen of [result.landed!.totalFen!, result.landed!.perUnitFen!])
        says(moneyIn('zh-CN', fen, 'CNY'));
      const road = result.roads.front.find(({ key }) => key === result.roads.chosen)!;
      for (const place of road.legs) says(moneyIn('zh-CN', result.roads.legs[place]!.costFen, 'CNY'));
      for (const date of [result.on, result.shipment.readyOn, ...result.steps.map(({ dueOn }) => dueOn)])
        says(date);
      says(result.product.sku);
      says(made.id);
      expect(words).not.toMatch(/\uFFFD|\{\{|plans\.|undefined|NaN/);
      expect(boxesIn(pdf)).toBe(0);
      expect((await print(asked)).equals(pdf)).toBe(true);
    });

  test('is set in fonts that come with the program, whatever the machine has; a box would be found', async () => {
    const listing = promisify(execFile)('pdffonts', ['-']);
    listing.child.stdin!.end(await print('ru'));
    const fonts = (await listing).stdout.split('\n').slice(2).filter(Boolean);
    expect(fonts.length).toBeGreaterThan(2);
    for (const font of fonts) expect(font).toMatch(/^[A-Z]{6}\+NotoSans(Hans|JP)?-/);
    // A character of the private use area, which no font has.
    const unknown = typeset('#set text(font: "Noto Sans")\nA\u{F8FF1}B', {}, new Date(0));
    expect(boxesIn(unknown)).toBeGreaterThan(0);
  });
});
