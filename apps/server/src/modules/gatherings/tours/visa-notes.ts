import type { BodyOf, CountryVisaNote, keepVisaNote as endpoint, Tour } from '@jiechuan/contract';
import { isDeepStrictEqual } from 'node:util';
import type { Actor } from '../../../platform/actor.ts';
import { recordAudit } from '../../../platform/audit/record.ts';
import type { Db } from '../../../platform/db/database.ts';
import { Problem, problems } from '../../../platform/errors.ts';
import { continentOf } from '../../../platform/geography/index.ts';
import { ordinaryVisa, shippedVisas } from './facts/visa-notes.ts';
import { toursProblems } from './problems.ts';
import type { KeptVisa, VisaNoteRow } from './tables.ts';
import { changeVisa, lockVisa, visaRow, visaRows } from './visa-note.sql.ts';

/** What comes with the software; where nothing is known of a waiver the ordinary way, for certain of nothing. */
const shippedFor = (country: string): KeptVisa => shippedVisas.get(country) ?? ordinaryVisa;

/** A review of what came with the software counts as long as a later edition says the same. */
const holdsStill = (row: VisaNoteRow): boolean =>
  row.corrected || isDeepStrictEqual(row.note, shippedFor(row.country));

function noteFrom(country: string, row: VisaNoteRow | undefined): CountryVisaNote {
  const kept = row && holdsStill(row) ? row : undefined;
  return {
    country,
    ...(kept?.note ?? shippedFor(country)),
    known: row?.corrected === true || shippedVisas.has(country),
    review: kept?.reviewed_at ? { by: kept.reviewed_by_name, at: kept.reviewed_at.toISOString() } : null,
    version: row?.version ?? 1,
  };
}

/** Every country of which something is known, by its code. */
export async function listVisaNotes(trx: Db): Promise<{ items: CountryVisaNote[] }> {
  const rows = new Map((await visaRows(trx)).map((row) => [row.country, row]));
  const countries = new Set([...shippedVisas.keys(), ...rows.keys()]);
  return { items: [...countries].toSorted().map((country) => noteFrom(country, rows.get(country))) };
}

/** @throws Problem tours.countryUnknown */
export async function getVisaNote(trx: Db, country: string): Promise<CountryVisaNote> {
  refuseUnknownCountry(country);
  return noteFrom(country, await visaRow(trx, country));
}

/**
 * What guests of a country need for a tour.
 * @param lastDay of the tour: `holds` is false for what is known of an earlier day only
 */
export async function visaFor(trx: Db, country: string, lastDay: string): Promise<Tour['visa']> {
  const { rule, days, validTo, source, confidence, review } = noteFrom(country, await visaRow(trx, country));
  return {
    rule,
    days,
    validTo,
    source,
    confidence,
    review,
    holds: validTo === null || lastDay <= validTo,
  };
}

/**
 * Corrects a country's note. It is the alliance's own from now on: later editions of the software leave it alone.
 * @throws Problem tours.countryUnknown, platform.staleVersion
 */
export async function keepVisaNote(
  trx: Db,
  actor: Actor,
  input: { country: string; expectedVersion: number; note: BodyOf<typeof endpoint> },
): Promise<CountryVisaNote> {
  const { country, expectedVersion, note } = input;
  refuseUnknownCountry(country);
  const before = await lockVisa(trx, country, shippedFor(country));
  refuseStale(before, expectedVersion);
  const after = await changeVisa(trx, country, {
    note: JSON.stringify(note),
    corrected: true,
    reviewed_by: null,
    reviewed_by_name: null,
    reviewed_at: null,
    version: before.version + 1,
  });
  await recordAudit(trx, actor, {
    action: 'tours.keepVisaNote',
    subjectKind: 'visaNote',
    subjectId: country,
    before: before.note,
    after: after.note,
  });
  return noteFrom(country, after);
}

/**
 * Marks that a person has held this version of the note against its source. The note says nothing new, so its version stays.
 * @throws Problem tours.countryUnknown, platform.staleVersion where another version was read
 */
export async function reviewVisaNote(
  trx: Db,
  actor: Actor,
  input: { country: string; version: number },
): Promise<CountryVisaNote> {
  const { country } = input;
  refuseUnknownCountry(country);
  const shipped = shippedFor(country);
  const before = await lockVisa(trx, country, shipped);
  refuseStale(before, input.version);
  const after = await changeVisa(trx, country, {
    ...(!before.corrected && { note: JSON.stringify(shipped) }),
    reviewed_by: actor.userId,
    reviewed_by_name: actor.userName,
    reviewed_at: new Date(),
  });
  await recordAudit(trx, actor, {
    action: 'tours.reviewVisaNote',
    subjectKind: 'visaNote',
    subjectId: country,
    before: null,
    after: { ...after.note, version: after.version },
  });
  return noteFrom(country, after);
}

function refuseUnknownCountry(country: string): void {
  if (!continentOf(country)) throw new Problem(toursProblems.countryUnknown, { country });
}

function refuseStale(row: VisaNoteRow, expected: number): void {
  if (row.version !== expected) throw new Problem(problems.staleVersion, { current: row.version });
}
