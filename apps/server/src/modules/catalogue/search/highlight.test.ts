import { expect, test } from 'vitest';
import { highlighter, splitNames } from './highlight.ts';

/** The marked parts of a name, each in brackets. */
function marked(q: string, name: string): string {
  const ranges = highlighter(q)(splitNames({ any: name }))['any'] ?? [];
  let out = '';
  let last = 0;
  for (const [from, to] of ranges) {
    out += `${name.slice(last, from)}[${name.slice(from, to)}]`;
    last = to;
  }
  return out + name.slice(last);
}

test.each([
  ['lemons', 'Anyue lemon juice', 'Anyue [lemon] juice'],
  ['lem', 'Anyue lemon juice', 'Anyue [lem]on juice'],
  ['tea', 'Steamed tea cakes, teapots', 'Steamed [tea] cakes, [tea]pots'],
  ['лимонов', 'Сок лимонный из лимона', 'Сок [лимонный] из [лимона]'],
  ['豆瓣', '郫县豆瓣酱', '郫县[豆瓣]酱'],
  ['酱', '甜面酱和豆瓣酱', '甜面[酱]和豆瓣[酱]'],
  ['檸檬', '安岳柠檬', '安岳[柠檬]'],
  ['pixian', '郫县豆瓣Pixian 400g', '郫县豆瓣[Pixian] 400g'],
  ['8', '8kg, 18 kg, 第8号', '[8]kg, 18 kg, 第[8]号'],
  // Letters alone are words or nothing.
  ['A\\B', 'Alpha bag, a, plan B', 'Alpha bag, [a], plan [B]'],
  ['с', 'Соус с перцем', 'Соус [с] перцем'],
  ['e', 'Green pepper', 'Green pepper'],
  ['', 'Green pepper', 'Green pepper'],
  ['…', 'Green pepper…', 'Green pepper…'],
])('of %j in %j: %j', (q, name, expected) => {
  expect(marked(q, name)).toBe(expected);
});

test('marks nothing where a spelling has another length than what it is made of', () => {
  expect(marked('fil', 'ﬁlter')).toBe('ﬁlter');
  expect(marked('ist', 'İstanbul')).toBe('[İst]anbul');
});

test('a name of signs alone, or without a character whole, is left as it is', () => {
  expect(marked('茶', '\uD83C')).toBe('\uD83C');
  expect(marked('茶', '!!!')).toBe('!!!');
});
