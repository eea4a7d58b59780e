import {
  getVisaNote,
  keepVisaNote,
  listVisaNotes,
  reviewVisaNote,
  type BodyOf,
  type ProblemError,
} from '@jiechuan/contract';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { startTestApp, type TestApp } from '../../../platform/testing/app.ts';
import { secretariat } from '../../members/testing/applicant.ts';
import { shippedVisas } from './facts/visa-notes.ts';
import { tours } from './tables.ts';
import { visaFor } from './visa-notes.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp(inject('postgres'));
});
afterAll(() => app.close());

const desk = () => app.as(secretariat);
const extended: BodyOf<typeof keepVisaNote> = {
  rule: 'unilateralWaiver',
  days: 30,
  validTo: '2027-12-31',
  source: { title: 'Ministry: extended by a year', url: 'https://example.org/extended', date: '2026-12-20' },
  confidence: 'high',
};
const keep = (country: string, ifMatch: number, change: object = {}) =>
  desk().call(keepVisaNote, { params: { country }, body: { ...extended, ...change } }, { ifMatch });
const told = (country: string, lastDay: string) => visaFor(app.ground.db, country, lastDay);

test('a waiver holds until its last day and no longer; where none is known the visa is told', async () => {
  expect(await told('FR', '2026-12-31')).toMatchObject({ rule: 'unilateralWaiver', days: 30, holds: true });
  expect(await told('FR', '2027-01-01')).toMatchObject({ holds: false, validTo: '2026-12-31' });
  expect(await told('GB', '2026-12-31')).toMatchObject({ rule: 'unilateralWaiver', holds: true });
  for (const country of ['TH', 'SG', 'MY', 'AE', 'KZ'])
    expect(await told(country, '2027-06-01')).toMatchObject({ rule: 'mutualWaiver', days: 30, holds: true });
  for (const country of ['CN', 'HK'])
    expect(await told(country, '2027-06-01')).toMatchObject({ rule: 'ownPapers', days: null });
  expect(await told('US', '2026-12-01')).toMatchObject({ rule: 'businessVisa', confidence: 'low' });
});

test('what the secretariat corrects counts for tours at once, and is to be reviewed again', async () => {
  const shipped = await desk().call(getVisaNote, { params: { country: 'HU' } });
  expect(shipped).toMatchObject({ version: 1, known: true, review: null, validTo: '2026-12-31' });
  const kept = await keep('HU', 1);
  expect(kept).toMatchObject({ ...extended, version: 2, review: null });
  expect(await told('HU', '2027-06-01')).toMatchObject({ holds: true, validTo: '2027-12-31' });
  const reviewed = await desk().call(reviewVisaNote, { params: { country: 'HU' }, body: { version: 2 } });
  expect(reviewed).toMatchObject({ version: 2, review: { by: 'Desk One' } });
  expect(await told('HU', '2027-06-01')).toMatchObject({ review: { by: 'Desk One' } });
  expect(await keep('HU', 2, { days: 15 })).toMatchObject({ version: 3, days: 15, review: null });
  const { items } = await desk().call(listVisaNotes, {});
  expect(items.find(({ country }) => country === 'HU')).toMatchObject({ days: 15, version: 3 });
  expect(items.length).toBe(shippedVisas.size);
});

test('of a country that nothing was known of there is a note from then on', async () => {
  expect(await desk().call(getVisaNote, { params: { country: 'US' } })).toMatchObject({
    known: false,
    rule: 'businessVisa',
  });
  await keep('US', 1, { rule: 'businessVisa', days: null, validTo: null });
  expect(await desk().call(getVisaNote, { params: { country: 'US' } })).toMatchObject({ known: true });
  const { items } = await desk().call(listVisaNotes, {});
  expect(items.map(({ country }) => country)).toContain('US');
});

test('a review of what came with the software lasts as long as that says the same', async () => {
  const reviewed = await desk().call(reviewVisaNote, { params: { country: 'DE' }, body: { version: 1 } });
  expect(reviewed).toMatchObject({ version: 1, review: { by: 'Desk One' }, validTo: '2026-12-31' });
  // As if it had been another edition's.
  await tours(app.ground.db)
    .updateTable('visa_note')
    .set({ note: JSON.stringify({ ...shippedVisas.get('DE')!, days: 15 }) })
    .where('country', '=', 'DE')
    .execute();
  expect(await desk().call(getVisaNote, { params: { country: 'DE' } })).toMatchObject({
    days: 30,
    review: null,
  });
});

test('of ten who correct one note at once one is heard, the others are told of the newer version', async () => {
  const outcomes = await Promise.allSettled(
    Array.from({ length: 10 }, (_, at) => keep('IT', 1, { days: at + 1 })),
  );
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  for (const one of outcomes)
    if (one.status === 'rejected')
      expect((one.reason as ProblemError).problem.code).toBe('platform.staleVersion');
  await expect(
    desk().call(reviewVisaNote, { params: { country: 'IT' }, body: { version: 1 } }),
  ).rejects.toMatchObject({ problem: { code: 'platform.staleVersion' } });
});

test('what can’t be is refused with its place: no such country, a waiver without days, a source without address', async () => {
  await expect(keep('XX', 1)).rejects.toMatchObject({ problem: { code: 'tours.countryUnknown' } });
  for (const [change, path, code] of [
    [{ days: null }, 'body.days', 'tours.visaDaysMissing'],
    [{ rule: 'businessVisa' }, 'body.days', 'tours.visaDaysNone'],
    [{ source: { ...extended.source, url: 'javascript:alert(1)' } }, 'body.source.url', undefined],
    [{ source: { ...extended.source, title: ' ' } }, 'body.source.title', undefined],
    [{ validTo: '2026-02-30' }, 'body.validTo', undefined],
  ] as const)
    await expect(keep('PL', 1, change)).rejects.toMatchObject({
      problem: { status: 400, errors: [{ path, ...(code && { code }) }] },
    });
  expect(await desk().call(getVisaNote, { params: { country: 'PL' } })).toMatchObject({ version: 1 });
});
