import { execFileSync } from 'node:child_process';
import type { PaperContent, PaperKind } from '@jiechuan/contract';
import { expect, test } from 'vitest';
import { printPaper } from './document.ts';

const wild = '#panic("x") $a^2$ *b* @ref <lab> \\u{41} ]] // c';
const texts = [wild, 'שלום עולם', 'W'.repeat(300), 'Т'.repeat(300), '豆瓣酱'.repeat(100)];

const print = (kind: PaperKind): Buffer => {
  const nothing = {
    validUntil: null,
    buyerAddress: null,
    consignee: null,
    notify: null,
    from: null,
    to: null,
    vessel: null,
    bank: null,
    producer: null,
    destination: null,
    certificate: null,
  };
  const details: PaperContent['details'] = {
    ...nothing,
    date: '2026-01-01',
    sellerAddress: texts[2]!,
    transport: 'sea',
    marks: `${'M'.repeat(200)}\n2`,
    purpose: 'samples',
    visits: ['HU'],
    returnBy: '2026-05-05',
    remarks: wild,
  };
  const lines: PaperContent['lines'] = Array.from({ length: 100 }, (_, index) => ({
    line: index + 1,
    description: { zh: texts[index % 5]!, other: texts[(index + 3) % 5]! },
    hs6: '210390',
    quantity: 1000,
    unit: 'H87',
    unitPriceMinor: 99_999,
    netGrams: 1_000_000,
    grossGrams: 1_000_000,
    packages: 10,
    packageKind: 'CT',
  }));
  const totals = { amountMinor: null, netGrams: null, grossGrams: null, packages: null };
  return printPaper({
    kind,
    number: 'JC-2026-000001-ATA',
    edition: 1,
    contract: 'JC-2026-000001',
    language: 'en',
    currency: 'JPY',
    incoterm: 'DAP Budapest',
    payment: { zh: '预付', other: 'In advance' },
    content: { lines, totals, details },
    totals: { amountMinor: 9_999_900_000, netGrams: 100_000_000, grossGrams: 100_000_000, packages: 1000 },
    seller: { names: { 'zh-CN': '甲', en: 'A'.repeat(120) }, country: 'CN', register: null },
    buyer: { names: { ar: 'شركة' }, country: 'AE', register: null },
    draft: true,
    at: new Date(0),
  });
};

test.each(['invoice', 'carnetApplication'] as const)(
  'a hundred lines of three hundred characters without a space stay on the page of %s, whole, and run as no program',
  (kind) => {
    // poppler-utils: a tool that isn't ours.
    const tool = 'pdftotext' as string;
    const run = (...how: string[]) =>
      execFileSync(tool, [...how, '-', '-'], {
        input: print(kind),
        maxBuffer: 64 * 1024 * 1024,
        stdio: ['pipe', 'pipe', 'ignore'],
      }).toString();
    const boxes = run('-bbox');
    const width = Number(/<page width="([\d.]+)"/.exec(boxes)![1]);
    const ends = [...boxes.matchAll(/xMax="([\d.]+)"/g)].map(([, x]) => Number(x));
    expect(ends.length).toBeGreaterThan(1000);
    // The margin is 18 mm, 51 points; a full stop may hang into it.
    expect(Math.max(...ends)).toBeLessThanOrEqual(width - 45);
    const words = run('-raw').replaceAll(/[\s\u200b]/g, '');
    expect(words).toContain(wild.replaceAll(/\s/g, ''));
    expect(words).toContain('豆瓣酱'.repeat(8));
  },
);
