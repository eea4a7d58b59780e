import type { Gathering } from '@jiechuan/contract';
import { expect, test } from 'vitest';
import {
  firstSlot,
  gatheringOf,
  gatheringTongues,
  interpreterLines,
  programmeLines,
} from './gathering-values.ts';

const programme = [
  {
    minute: 0,
    minutes: 30,
    titles: { 'zh-CN': '开幕', en: 'Opening' },
    room: 'A',
    language: 'zh-CN',
    interpreter: null,
  },
  { minute: 1470, minutes: 60, titles: { en: 'Tour | bus' }, room: null, language: null, interpreter: null },
];

test('a form says what its gathering is, in the clocks of the place', () => {
  const given = gatheringOf({
    kind: 'fair',
    names: { en: 'Fair' },
    zone: 'Asia/Shanghai',
    startsAt: '2027-03-01T09:00',
    endsAt: '2027-03-02T17:00',
    capacity: '60',
    languages: 'zh-CN, en',
    interpreters: 'zh | ru | 2\nen | zh\n',
    tongues: 'zh-CN,en',
    programme: '09:00 | 30 | 开幕 | Opening | A | zh-CN\n+1 09:30\t60\t\tTour | bus',
    meets: 'on',
    matchmaking: {
      first: '10:00',
      slotMinutes: '20',
      pauseMinutes: '5',
      morningSlots: '4',
      noonMinutes: '60',
      afternoonSlots: '4',
      tables: 'x',
    },
  });
  expect(given).toMatchObject({
    startsAt: '2027-03-01T01:00:00.000Z',
    endsAt: '2027-03-02T09:00:00.000Z',
    capacity: 60,
    languages: ['zh-CN', 'en'],
    interpreters: [
      { between: ['zh', 'ru'], count: 2 },
      { between: ['en', 'zh'], count: 1 },
    ],
    programme,
    matchmaking: { minute: 60, slotMinutes: 20, tables: 'x' },
  });
  const shown = { ...given, slots: [{ startsAt: '2027-03-01T02:00:00.000Z' }] } as unknown as Gathering;
  expect(firstSlot(shown)).toBe('10:00');
  expect(gatheringOf({ zone: 'Mars/Olympus' })).toMatchObject({ programme: [], matchmaking: null });
  expect(interpreterLines(shown)).toBe('zh | ru | 2\nen | zh | 1');
  const tongues = gatheringTongues(shown);
  expect(programmeLines(shown, tongues).split('\n')).toEqual([
    '09:00 | 30 | 开幕 | Opening |  | A | zh-CN |',
    '+1 09:30\t60\t\tTour | bus\t\t\t\t',
  ]);
});
