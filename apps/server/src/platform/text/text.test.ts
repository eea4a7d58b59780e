import fc from 'fast-check';
import pg from 'pg';
import { beforeAll, describe, expect, inject, onTestFinished, test } from 'vitest';
import { databaseForTest } from '../testing/database.ts';
import {
  analyseQuery,
  analyseText,
  lexemesLiteral,
  loadTerms,
  normaliseText,
  queryLiteral,
  vectorLiteral,
  type TextToAnalyse,
} from './index.ts';
import { runsOf } from './runs.ts';
import { simplify } from './simplify.ts';

beforeAll(() => {
  loadTerms(['郫县豆瓣', '二荆条', '牛油火锅底料', { text: '什邡', pinyin: 'shi fang' }]);
});

/** What PostgreSQL's @@ does, said again in a line. */
function finds(q: string, texts: readonly TextToAnalyse[], codes: readonly string[] = []): boolean {
  const { a, b } = analyseText(texts, codes);
  const lexemes = [...a, ...b];
  const has = (wanted: string) =>
    wanted.endsWith('*')
      ? lexemes.some((lexeme) => lexeme.startsWith(wanted.slice(0, -1)))
      : lexemes.includes(wanted);
  const { must } = analyseQuery(q);
  return must.length > 0 && must.every((anyOf) => anyOf.some(has));
}
const named = (...names: string[]): TextToAnalyse[] => names.map((text) => ({ text }));

describe('a Chinese name is found however it is typed', () => {
  test.each([
    '豆瓣',
    '豆瓣酱',
    '豆瓣醬',
    '郫縣豆瓣醬',
    '郫县的豆瓣酱',
    '瓣酱',
    '豆',
    'doubanjiang',
    'Dòubànjiàng',
    'dou ban jiang',
    'douban jiang',
    'pixiandoubanjiang',
    'pi xian dou ban',
    'doubanj',
    'ban ji',
    'dbj',
    'DBJ',
    'pxdbj',
    'db',
    'доубаньцзян',
    'дубаньцзян',
    'доу бань цзян',
    'дубанцзян',
    'дубаньцзяна',
    'ДУБАНЬЦЗЯН',
    'ｄｏｕｂａｎ',
  ])('%s finds 郫县豆瓣酱', (q) => {
    expect(finds(q, named('郫县豆瓣酱'))).toBe(true);
  });
  test.each([
    ['豆腐', '郫县豆瓣酱'],
    ['db', '大家的面包'],
    ['bj', '郫县豆瓣酱'],
    ['dba', '郫县豆瓣酱'],
    ['lingmeng', '安岳柠檬'],
    ['pan', '郫县豆瓣酱'],
    ['the', '郫县豆瓣酱'],
  ])('%s does not find %s', (q, name) => {
    expect(finds(q, named(name))).toBe(false);
  });
  test.each(['lucha', 'lvcha', 'lücha', 'lü cha', 'люйча', 'люча'])('%s finds 绿茶', (q) => {
    expect(finds(q, named('绿茶'))).toBe(true);
  });
  test.each(["xi'an", 'xi an', 'xian', 'сиань', '西安'])('%s finds 西安', (q) => {
    expect(finds(q, named('西安'))).toBe(true);
  });
  test('a hard sign may set off a syllable', () => {
    expect(finds('чанъань', named('长安'))).toBe(true);
    expect(finds('чанань', named('长安'))).toBe(true);
  });
  test('readings taught with a term are used', () => {
    expect(finds('shifang', named('什邡板鸭'))).toBe(true);
    expect(finds('шифан', named('什邡板鸭'))).toBe(true);
  });
  test('words in between hide nothing', () => {
    expect(finds('郫县豆瓣', named('郫县红油豆瓣'))).toBe(true);
    expect(finds('成都豆瓣', named('郫县豆瓣 成都'))).toBe(true);
  });
  test('variants of Taiwan and Hong Kong are folded', () => {
    expect(finds('臺灣麵線', named('台湾面线'))).toBe(true);
    expect(finds('裏脊', named('里脊'))).toBe(true);
    expect(finds('衞生', named('卫生'))).toBe(true);
  });
  test('a Japanese name is not read as Chinese', () => {
    expect(finds('dou ban', [{ text: '豆板', lang: 'ja' }])).toBe(false);
    expect(finds('ラーメン', [{ text: '四川ラーメンセット', lang: 'ja' }])).toBe(true);
  });
  test('a description is found by its words, not by its sound', () => {
    const texts = [{ text: '用郫县豆瓣炒制', weight: 'b' as const }];
    expect(finds('豆瓣', texts)).toBe(true);
    expect(finds('douban', texts)).toBe(false);
  });
});

describe('words of other languages', () => {
  test.each([
    ['chili sauce', 'Hot chilli sauces'],
    ['chilli sauces', 'chili sauce'],
    ['Lemons', 'Fresh lemon'],
    ['the flavour of tea', 'Tea flavors'],
    ['creme brulee', 'Crème brûlée'],
    ['лимоны', 'Свежий лимон'],
    ['лимонов', 'лимоны'],
    ['Зеленый чай', 'зелёный чай'],
    ['hot po', 'Hot pot base'],
    ['500 г', 'Паста 500 г'],
    ['500g', '豆瓣酱500克装'],
    ['2кг', 'Rice 2 kg'],
    ['γιαουρτι', 'Γιαούρτι'],
    ['ไทย', 'อาหารไทย'],
    ['우유', '우유 1L'],
  ])('%s finds %s', (q, text) => {
    expect(finds(q, named(text))).toBe(true);
  });
  test.each([
    ['tea ', 'team'],
    ['rice wine', 'rice'],
    ['5g', 'Rice 500 g'],
    ['smwtsre1k', 'Rice 1 kg'],
    ['ABC-1', 'Tea No. 1'],
  ])('%s does not find %s', (q, text) => {
    expect(finds(q, named(text))).toBe(false);
  });
  test('a word typed again and again is asked for once', () => {
    expect(analyseQuery('四川'.repeat(100)).must).toEqual(analyseQuery('四川 四川').must);
    expect(analyseQuery('лимон '.repeat(12)).must).toEqual(analyseQuery('лимон ').must);
  });
  test.each(['', ' ', '!!!', '🙂', '\\'])('a query without a word asks for nothing: “%s”', (q) => {
    expect(analyseQuery(q).must).toEqual([]);
    expect(queryLiteral(analyseQuery(q))).toBeNull();
  });
});

describe('codes', () => {
  const codes = ['PX-DB-500', '6901234567892', '2103.90', '0805.50'];
  test.each([
    'PX-DB-500',
    'pxdb500',
    'px-db',
    'PX-DB-5',
    '6901234567892',
    '06901234567892',
    '690123',
    '2103 90',
    '210390',
    '2103.90',
    '2103',
    '2103909000',
    '0805',
  ])('%s finds the product', (q) => {
    expect(finds(q, named('无名'), codes)).toBe(true);
  });
  test.each(['6901234567891', '901234567892', '210391', 'DB-500'])('%s does not', (q) => {
    expect(finds(q, named('无名'), codes)).toBe(false);
  });
  test('a weight is no code, a SKU is one', () => {
    expect(analyseQuery('500g').looksLikeCode).toBe(false);
    expect(analyseQuery('PX-DB-500').looksLikeCode).toBe(true);
    expect(analyseQuery('доубань').looksLikeCode).toBe(false);
  });
});

test('a name is spelt by sound and in Cyrillic, and a query by sound', () => {
  expect(analyseText(named('郫县豆瓣酱', 'Pixian paste')).spellings).toEqual([
    'pixiandoubanjiang',
    'писяньдоубаньцзян',
    'pixian',
    'paste',
  ]);
  expect(analyseQuery('豆办酱').fuzzy).toBe('doubanjiang');
});

test('the script of a query is told', () => {
  expect(['豆瓣', 'tea', 'чай', '豆瓣 tea', '123'].map((q) => analyseQuery(q).script)).toEqual([
    'han',
    'latin',
    'cyrillic',
    'mixed',
    'latin',
  ]);
});

describe('any string at all', () => {
  const anything = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({
      unit: fc.constantFrom(
        '豆',
        '醬',
        'dou',
        'ban',
        ' ',
        "'",
        'бань',
        'é',
        'İ',
        '\ud800',
        '\0',
        '5',
        '克',
        '-',
      ),
    }),
  );
  test('is analysed without a fault, the same every time', () => {
    fc.assert(
      fc.property(anything, (text) => {
        expect(analyseText(named(text), [text])).toEqual(analyseText(named(text), [text]));
        expect(analyseQuery(text)).toEqual(analyseQuery(text));
      }),
    );
  });
  test('is normalised once and for all', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const once = normaliseText(text);
        expect(normaliseText(once)).toBe(once);
        expect(once.isWellFormed()).toBe(true);
      }),
    );
  });
  test('stays bounded when it is huge', () => {
    for (const huge of [
      '豆瓣酱'.repeat(40_000),
      'ab'.repeat(60_000),
      'а б '.repeat(30_000),
      '\ud800'.repeat(100_000),
    ]) {
      const { a, spellings } = analyseText(named(huge));
      expect(a.length).toBeLessThanOrEqual(4_000);
      expect(spellings.join(' ').length).toBeLessThanOrEqual(1_000);
      expect(analyseQuery(huge).must.length).toBeLessThanOrEqual(40);
    }
  });
  test('that is a name finds itself', () => {
    const name = fc.string({
      unit: fc.constantFrom(...Array.from('郫县豆瓣酱火锅底料安岳柠檬花椒')),
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(name, (text) => {
        expect(finds(text, named(`成都${text}精品`))).toBe(true);
      }),
    );
  });
  test('makes literals that PostgreSQL takes and matches in the same way', async () => {
    const client = new pg.Client({ connectionString: await databaseForTest(inject('postgres')) });
    await client.connect();
    onTestFinished(() => client.end());
    await fc.assert(
      fc.asyncProperty(anything, anything, async (text, q) => {
        const tsquery = queryLiteral(analyseQuery(q));
        if (tsquery === null) return;
        const texts = named(text, "it's \\ 'quoted'");
        const { rows } = await client.query<{ found: boolean }>(
          'select $1::tsvector @@ $2::tsquery as found',
          [vectorLiteral(analyseText(texts)), tsquery],
        );
        expect(rows).toEqual([{ found: finds(q, texts) }]);
      }),
      { numRuns: 60 },
    );
  });
  test('makes lexemes that a literal of them alone holds as they are', async () => {
    const client = new pg.Client({ connectionString: await databaseForTest(inject('postgres')) });
    await client.connect();
    onTestFinished(() => client.end());
    const lexeme = fc.oneof(
      fc.string({
        unit: fc.constantFrom(...Array.from("ab豆ё'\\: .^=~#1А\u0085\u00a0\u3000")),
        minLength: 1,
        maxLength: 6,
      }),
      anything
        .filter((text) => text !== '')
        .map((text) => text.slice(0, 100).replaceAll('\0', '').toWellFormed() || 'x'),
    );
    const read = async (literal: string): Promise<string[]> => {
      const { rows } = await client.query<{ words: string[] }>(
        'select tsvector_to_array($1::tsvector) as words',
        [literal],
      );
      return rows[0]!.words.toSorted();
    };
    await fc.assert(
      fc.asyncProperty(
        fc.array(lexeme, { maxLength: 8 }),
        fc.constantFrom('', '.', '^'),
        async (lexemes, sign) => {
          const held = [...new Set(lexemes.map((one) => sign + one))].toSorted();
          expect(await read(lexemesLiteral(lexemes, sign))).toEqual(held);
        },
      ),
      { numRuns: 300 },
    );
    // What texts are made of needs no quotation marks.
    await fc.assert(
      fc.asyncProperty(anything, async (text) => {
        const { a } = analyseText(named(text));
        const literal = lexemesLiteral(a);
        expect(literal).not.toContain("'");
        expect(await read(literal)).toEqual(a.toSorted());
      }),
      { numRuns: 60 },
    );
  });
});

describe('the short cuts of everyday texts', () => {
  const sign = (signs: string) => fc.constantFrom(...signs);
  const everyday = fc
    .array(
      fc.oneof(
        sign('abcxyz'),
        sign('0189'),
        sign('абвёжийъюя'),
        sign('豆瓣醬郫縣一龥鿿'),
        sign(' -.,«»—“”、。'),
        sign('々〇あア한éßØ𠀀𨸲'),
      ),
      { maxLength: 40 },
    )
    .map((signs) => signs.join(''));

  test('cut a text as the general way does, which any unusual sign calls for', () => {
    fc.assert(
      fc.property(everyday, (text) => {
        expect(runsOf(text)).toEqual(runsOf(`${text}※`));
      }),
      { numRuns: 2000 },
    );
  });
  test('fold characters wherever they stand as each by itself', () => {
    fc.assert(
      fc.property(everyday, (text) => {
        expect(simplify(text)).toBe(Array.from(text, (one) => simplify(one)).join(''));
      }),
    );
    expect(simplify('四川郫縣豆瓣醬')).toBe('四川郫县豆瓣酱');
  });
  test('leave single blanks alone and no other space', () => {
    fc.assert(
      fc.property(
        fc
          .array(fc.oneof(sign(' \t\n\u00a0\u3000\u2028'), sign('a豆5г克')), { maxLength: 20 })
          .map((all) => all.join('')),
        (text) => {
          expect(normaliseText(text)).not.toMatch(/^\s|\s$|\s\s|[^\S ]/);
        },
      ),
    );
  });
});
