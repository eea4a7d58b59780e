import { expect, test } from 'vitest';
import { samplesAlong } from './samples.ts';
import type { KeptPlan } from './tables.ts';

const leg = (start: number, end: number) => ({
  kind: 'leg' as const,
  from: 'meishan' as const,
  to: 'zigong' as const,
  mode: 'road' as const,
  confidence: 'estimated' as const,
  start,
  end,
});
const days: KeptPlan['days'] = [
  {
    date: '2027-03-01',
    from: 'chengdu',
    to: 'zigong',
    items: [{ kind: 'visit', stopId: 'a', start: 600, end: 690 }, leg(690, 840)],
  },
  { date: '2027-03-02', from: 'zigong', to: 'zigong', items: [leg(500, 520), leg(900, 920)] },
  { date: '2027-03-03', from: 'zigong', to: 'chengdu', items: [leg(540, 660), leg(1000, 1080)] },
];
const needs = (samples: 'frozen' | 'chilled' | 'cool' | 'ambient') =>
  samplesAlong(days, [{ id: 'a', samples }]).map(({ date, end, start, needs: what }) => [
    date,
    end - start,
    what,
  ]);

test('chilled samples need a box from the visit to the lodging, a vehicle for a long day, nothing in the refrigerator', () => {
  expect(needs('chilled')).toEqual([
    ['2027-03-01', 150, 'coolBox'],
    ['2027-03-03', 540, 'coolVehicle'],
  ]);
});

test('cool goods bear a day’s work, others anything', () => {
  expect(needs('cool').map(([, , what]) => what)).toEqual(['nothing', 'coolVehicle']);
  expect(needs('ambient').map(([, , what]) => what)).toEqual(['nothing', 'nothing']);
  expect(needs('frozen').map(([, , what]) => what)).toEqual(['coolBox', 'coolVehicle']);
});

test('what isn’t visited or takes nothing along needs nothing', () => {
  expect(samplesAlong(days, [{ id: 'b', samples: 'chilled' }])).toEqual([]);
  expect(samplesAlong(days, [{ id: 'a', samples: null }])).toEqual([]);
});
