import type { Scan, Scanned } from '@jiechuan/contract';
import { expect, test } from 'vitest';
import { scanQueue } from './scan-queue.ts';

const storage = () => {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
};
const scan = (id: string): Scan => ({ id, code: `code ${id}`, scannedAt: '2027-03-01T01:00:00.000Z' });
const answered = (scans: Scan[]): Scanned[] =>
  scans.map(({ id, scannedAt }) => ({
    id,
    outcome: 'in' as const,
    person: 'P',
    organisation: {},
    at: scannedAt,
  }));

test('what can’t be sent waits, outlives the page, and is sent as it was scanned', async () => {
  const keep = storage();
  const first = scanQueue('g', keep);
  first.add(scan('1'));
  first.add(scan('2'));
  await expect(first.flush(() => Promise.reject(new Error('offline')))).rejects.toThrow('offline');
  const later = scanQueue('g', keep);
  expect(later.waiting()).toEqual([scan('1'), scan('2')]);
  expect(await later.flush(() => Promise.resolve(null))).toEqual([]);
  expect(later.waiting()).toHaveLength(2);
  const sent: Scan[][] = [];
  const told = await later.flush((scans) => {
    sent.push(scans);
    if (sent.length === 1) later.add(scan('3'));
    return Promise.resolve(answered(scans));
  });
  expect(sent).toEqual([[scan('1'), scan('2')], [scan('3')]]);
  expect(told.map(({ id }) => id)).toEqual(['1', '2', '3']);
  expect(later.waiting()).toEqual([]);
  expect(scanQueue('other', keep).waiting()).toEqual([]);
});

test('sending twice at once sends once', async () => {
  const queue = scanQueue('g', storage());
  queue.add(scan('1'));
  let count = 0;
  const send = (scans: Scan[]) => {
    count++;
    return Promise.resolve(answered(scans));
  };
  await Promise.all([queue.flush(send), queue.flush(send)]);
  expect(count).toBe(1);
});
