import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const root = new URL('../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), 'utf8');

const rows = read('docs/requirements.md')
  .split('\n')
  .flatMap((line) => {
    const [id, , shown] = line.split(' | ');
    const number = id && /^\| (R\d+)$/.exec(id)?.[1];
    if (!number || !shown) return [];
    const tests = [...shown.matchAll(/`([^`]+)`: (.+?)(?:<br>| \|$)/g)];
    return [{ number, tests: tests.map(([, file, title]) => ({ file: file!, title: title! })) }];
  });

test('every requirement that is called shown names a test of that title', () => {
  expect(rows.length).toBeGreaterThan(30);
  for (const { number, tests } of rows) {
    expect(tests, number).not.toEqual([]);
    for (const { file, title } of tests) expect(read(file), `${number}: ${file}`).toContain(title);
  }
});

test('no requirement stands twice, each is in order', () => {
  const numbers = rows.map(({ number }) => Number(number.slice(1)));
  expect(numbers).toEqual([...new Set(numbers)].toSorted((a, b) => a - b));
});
