import { expect, test } from 'vitest';
import { partsOf } from './marked.tsx';

const marked = (text: string, q: string) => partsOf(text, q).map(([from, to]) => text.slice(from, to));

test('every word of a query is marked wherever it stands, whatever its case', () => {
  expect(marked('Budapest Sichuan Chamber, Budapest', 'sichuan, BUDAPEST')).toEqual([
    'Budapest',
    'Sichuan',
    'Budapest',
  ]);
});

test('words that overlap are marked as one', () => {
  expect(partsOf('豆瓣酱', '豆瓣 瓣酱')).toEqual([[0, 3]]);
});

test('nothing is marked where no word stands, or where letters change their number', () => {
  expect(partsOf('Chengdu', 'xyz')).toEqual([]);
  expect(partsOf('İstanbul', 'istanbul')).toEqual([]);
});
