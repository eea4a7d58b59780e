import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { contractKinds, contractTerms, type ContractKind, type ContractTerms } from '@jiechuan/contract';
import { describe, expect, test } from 'vitest';
import { message } from '../../../platform/i18n/messages.ts';
import { boxesIn } from '../../../platform/testing/boxes-in.ts';
import { printCertificate, cutAddress } from './certificate.ts';
import { printContract, type DocumentInput } from './document.ts';

const both = (zh: string, other: string) => ({ zh, other });
const terms = (language: 'en' | 'ru', over: object = {}): ContractTerms =>
  contractTerms.parse({
    language,
    currency: 'CNY',
    lines: [
      {
        description: both(
          '𠮷䶮豆瓣 500 克',
          language === 'ru' ? 'Паста «Цзи Янь» 500 г' : 'Ji Yan paste 500 g',
        ),
        hs6: '210390',
        quantity: 12_000,
        unit: 'H87',
        unitPriceMinor: 1_250,
      },
    ],
    incoterm: 'FOB',
    place: 'Qinzhou',
    payment: both('见提单付款', language === 'ru' ? 'Оплата по коносаменту' : 'Against the bill of lading'),
    deliveryFrom: '2026-12-01',
    deliveryUntil: '2027-01-15',
    scope: both('匈牙利', language === 'ru' ? 'Венгрия' : 'Hungary'),
    commissionPpm: 50_000,
    ...over,
  });
const long = '成都𠮷䶮'.repeat(30);
const input = (kind: ContractKind, of: ContractTerms): DocumentInput => ({
  number: 'JC-2026-000123',
  edition: 2,
  kind,
  terms: of,
  seller: {
    names: {
      'zh-CN': long,
      en: 'Chengdu Ji Yan Food Company Limited '.repeat(5),
      ru: 'ООО «Цзи Янь» '.repeat(9),
    },
    country: 'CN',
    register: '91510100MA61RJXXXX',
  },
  buyer: { names: { 'zh-CN': '布达佩斯𠮷行', en: 'Őrség Kft.' }, country: 'HU', register: null },
  amends: null,
  draft: false,
  verifyAddress: 'https://ship.example/verify?number=JC-2026-000123&code=abcdefghijklmnop',
  at: new Date('2026-05-01T00:00:00Z'),
});

/** A reader's own tools (poppler-utils), as for every paper's test. */
async function read(tool: 'pdftotext' | 'pdffonts', pdf: Buffer): Promise<string> {
  const args = tool === 'pdftotext' ? ['-raw', '-enc', 'UTF-8', '-', '-'] : ['-'];
  const reading = promisify(execFile)(tool, args);
  reading.child.stdin!.end(pdf);
  return (await reading).stdout;
}
const bare = (text: string) => text.replaceAll(/\s/g, '');

describe.each(contractKinds)('a paper of kind %s', (kind) => {
  test.each(['en', 'ru'] as const)(
    'says its title, parties and clauses in Chinese and %s, every character drawn',
    async (other) => {
      const pdf = printContract(input(kind, terms(other)));
      const words = bare(await read('pdftotext', pdf));
      for (const language of ['zh-CN', other])
        expect(words).toContain(bare(message(language, `contracts.title.${kind}`)));
      expect(words).toContain(long);
      expect(words).toContain('CNY150,000.00');
      expect(words).toContain('210390');
      expect(words).not.toMatch(/\uFFFD|\{\{|contracts\.|undefined|NaN/);
      // The fonts that come with the program, and none of the machine's, which would stand in for a missing glyph.
      const fonts = (await read('pdffonts', pdf)).split('\n').slice(2).filter(Boolean);
      expect(fonts.length).toBeGreaterThan(1);
      for (const font of fonts) expect(font).toMatch(/^[A-Z]{6}\+NotoSans(Hans|JP)?-/);
      expect(boxesIn(pdf)).toBe(0);
      expect(printContract(input(kind, terms(other))).equals(pdf)).toBe(true);
    },
  );
});

// Characters of given and place names that most fonts lack: U+20BB7, U+4DAE, U+3402; of others U+9FA6 and later ones.
const rare = '𠮷䶮㐂㛃䲠镕堃喆昇';

test('no character of a name, however rare or long, is drawn as an empty box: in a draft, an amendment, a certificate', async () => {
  const told = (name: string) => ({ zh: `${rare}${name}`, other: `«${name}» Ёлкин Őrség Łódź ${rare}` });
  for (const language of ['en', 'ru'] as const) {
    const of = terms(language, {
      lines: [
        {
          description: told('豆瓣'),
          hs6: '210390',
          quantity: 1,
          unit: 'KGM',
          unitPriceMinor: 1,
        },
      ],
      place: `${rare}港`,
      payment: told('付款'),
      packing: told('包装'),
      quality: told('质量'),
      sample: told('样品'),
      inspection: told('检验'),
      special: told('其他'),
      law: 'other',
      otherLaw: told('法'),
      // One word of hundreds of letters has to be broken somewhere.
      scope: { zh: rare.repeat(40), other: 'Достопримечательность'.repeat(12) },
    });
    const party = {
      names: {
        'zh-CN': rare.repeat(20),
        en: `${rare} Jí Yǎn `.repeat(9),
        ru: `${rare} Цзи Янь ЁЙ `.repeat(9),
      },
    };
    const made: DocumentInput = {
      ...input('purchase', of),
      seller: { ...party, country: 'CN', register: rare },
      buyer: { ...party, country: 'RU', register: 'ОГРН 1027700132195' },
    };
    const amends = { number: 'JC-2026-000122', terms: terms(language), documentSha256: 'a'.repeat(64) };
    for (const paper of [
      printContract(made),
      printContract({ ...made, draft: true }),
      printContract({ ...made, number: 'JC-2026-000122-A1', amends }),
      printCertificate({
        number: made.number,
        language,
        documentSha256: 'b'.repeat(64),
        bytes: 1,
        events: [
          {
            at: made.at,
            what: 'signed',
            who: [rare, 'Ёлкин Őrségi', rare.repeat(20)],
            method: 'password',
            address: '–',
          },
        ],
        verifyAddress: made.verifyAddress,
        at: made.at,
      }),
    ]) {
      expect(boxesIn(paper)).toBe(0);
      expect(bare(await read('pdftotext', paper))).toContain(rare);
      for (const font of (await read('pdffonts', paper)).split('\n').slice(2).filter(Boolean))
        expect(font).toMatch(/^[A-Z]{6}\+NotoSans(Hans|JP)?-/);
    }
  }
});

test('a letter of intent says at its head that it binds nobody, a purchase contract names Incoterms and arbitration', async () => {
  const letter = bare(await read('pdftotext', printContract(input('intent', terms('en')))));
  expect(letter.split(bare(message('en', 'contracts.clause.nonBinding'))).length - 1).toBe(2);
  const purchase = bare(await read('pdftotext', printContract(input('purchase', terms('en')))));
  expect(purchase).toContain('FOBQinzhou(Incoterms®2020)');
  expect(purchase).toContain('CIETAC');
});

test('what somebody writes into a term is words and never a program', async () => {
  const wild = '#include "/etc/passwd" $x$ *b* #panic("x") \\ `raw` [link](x)';
  const pdf = printContract(input('purchase', terms('en', { special: both(wild, wild) })));
  expect(bare(await read('pdftotext', pdf))).toContain(bare(wild));
});

test('a certificate carries the digest, who, when and how; an address loses its last part', async () => {
  const pdf = printCertificate({
    number: 'JC-2026-000123',
    language: 'ru',
    documentSha256: 'b'.repeat(64),
    bytes: 12_345,
    events: [
      {
        at: new Date('2026-05-01T02:03:04Z'),
        what: 'signed',
        who: ['𠮷䶮', 'Цзи Янь'],
        method: 'passkey',
        address: cutAddress('203.0.113.77'),
      },
    ],
    verifyAddress: 'https://ship.example/verify',
    at: new Date(0),
  });
  const words = bare(await read('pdftotext', pdf)).replaceAll('\u200b', '');
  for (const said of ['b'.repeat(64), '2026-05-01', '𠮷䶮', 'ЦзиЯнь', '203.0.113.0/24', '12345'])
    expect(words).toContain(said);
  expect(cutAddress('2001:db8:1:2::9')).toBe('2001:db8:1::/48');
  expect(cutAddress('::ffff:10.1.2.3')).toBe('10.1.2.0/24');
});
