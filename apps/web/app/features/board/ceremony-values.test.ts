import { updateCeremony, type Ceremony } from '@jiechuan/contract';
import { expect, test } from 'vitest';
import { agendaLines, agendaOf, ceremonyOf, ceremonyTongues } from './ceremony-values.ts';

const ceremony: Ceremony = {
  id: '01a14e2d-3371-7000-8000-014f3eb2e748',
  names: { 'zh-CN': '签约' },
  place: { 'zh-CN': '布达佩斯', hu: 'Budapest' },
  zone: 'Europe/Budapest',
  startsAt: '2026-10-24T08:00:00.000Z',
  endsAt: '2026-10-25T12:00:00.000Z',
  state: 'draft',
  demo: false,
  agenda: [
    { minute: 0, titles: { 'zh-CN': '开场', en: 'Opening' }, speaker: null },
    { minute: 90, titles: { en: 'Signing | first part' }, speaker: 'Chair' },
    // Over the night an hour is repeated: nine o'clock is 24 hours after what was ten.
    { minute: 24 * 60, titles: { hu: 'Aláírás' }, speaker: null },
  ],
  slots: [],
  version: 1,
};

test('an agenda that is edited and left as it was is what it was, over midnight and a change of clocks', () => {
  const tongues = ceremonyTongues(ceremony);
  expect(tongues).toEqual(['zh-CN', 'en', 'ru', 'hu']);
  const lines = agendaLines(ceremony, tongues);
  expect(lines.split('\n')[0]).toBe('10:00 | 开场 | Opening |  |  |');
  expect(lines).toContain('+1 09:00');
  const startsAt = Date.parse(ceremony.startsAt);
  expect(agendaOf(lines, { startsAt, zone: ceremony.zone, tongues })).toEqual(ceremony.agenda);
});

test('lines pasted from a sheet are an agenda; a time that is none is refused by the contract, not guessed', () => {
  const values = {
    names: { 'zh-CN': '签约' },
    place: { 'zh-CN': '成都' },
    zone: 'Asia/Shanghai',
    startsAt: '2026-12-01T09:00',
    endsAt: '2026-12-01T12:00',
    tongues: 'zh-CN,en,ru',
    agenda: '9:00\t开场\tOpening\t\tChair\n\n10:30\t签约',
  };
  const good = ceremonyOf(values);
  expect(good).toMatchObject({
    startsAt: '2026-12-01T01:00:00.000Z',
    endsAt: '2026-12-01T04:00:00.000Z',
    agenda: [
      { minute: 0, titles: { 'zh-CN': '开场', en: 'Opening' }, speaker: 'Chair' },
      { minute: 90, titles: { 'zh-CN': '签约' }, speaker: null },
    ],
  });
  const paths = (over: object) =>
    updateCeremony.body
      .safeParse(ceremonyOf({ ...values, ...over }))
      .error?.issues.map(({ path }) => path.join('.'));
  expect(paths({})).toBeUndefined();
  expect(paths({ agenda: 'soon | 开场' })).toEqual(['agenda.0.minute']);
  expect(paths({ agenda: '08:59 | 开场' })).toEqual(['agenda.0.minute']);
  expect(paths({ agenda: '09:30 |' })).toEqual(['agenda.0.titles']);
  expect(paths({ zone: 'Nowhere' })).toEqual(expect.arrayContaining(['zone']));
  expect(paths({ startsAt: '' })).toEqual(expect.arrayContaining(['startsAt']));
  expect(paths({ endsAt: '2026-12-01T09:00' })).toEqual(['endsAt']);
});
