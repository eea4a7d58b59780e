import type { Introduction as Presented, OrganisationCard } from '@jiechuan/contract';
import type { Actor } from '../../platform/actor.ts';
import type { Db } from '../../platform/db/database.ts';
import { Problem, problems } from '../../platform/errors.ts';
import { addresseeOf, organisationCards } from '../members/index.ts';
import { findIntroduction, isOpen, resting, type Introduction } from './introduction.sql.ts';
import { presentPartner } from './present.ts';
import { ownOrganisation } from './relation.sql.ts';
import { network, type StepRow } from './tables.ts';
import { bestWays, directTrust } from './ways.sql.ts';

/** To how many somebody is told that an introduction could be passed. */
const mostPassTo = 10;

/** One introduction, whole. @throws Problem platform.notFound, also where one of its ends is no member any more */
export async function presentIntroduction(trx: Db, actor: Actor, id: string): Promise<Presented> {
  const found = await findIntroduction(trx, actor, id);
  const own = ownOrganisation(actor);
  const now = new Date();
  const [shown] = await presentAll(trx, own, [found], now);
  if (!shown) throw new Problem(problems.notFound);
  return {
    ...shown,
    passTo: shown.toAnswer && shown.part === 'introducer' ? await passTo(trx, own, found) : [],
    contact: await contactOf(trx, own, found),
    deals: await dealsOf(trx, id),
  };
}

/** Introductions as a list shows them: without contacts, deals, and to whom they could be passed. */
export async function presentAll(
  trx: Db,
  own: string,
  introductions: readonly Introduction[],
  now: Date,
): Promise<Presented[]> {
  const cards = await organisationCards(trx, [
    ...new Set(
      introductions.flatMap(({ row, steps }) => [
        row.asker_id,
        row.target_id,
        ...steps.map((step) => step.organisation_id),
      ]),
    ),
  ]);
  return introductions.flatMap((one) => {
    const asker = cards.get(one.row.asker_id);
    const target = cards.get(one.row.target_id);
    return asker && target ? [present(one, { own, asker, target, cards, now })] : [];
  });
}

function present(
  introduction: Introduction,
  {
    own,
    asker,
    target,
    cards,
    now,
  }: {
    own: string;
    asker: OrganisationCard;
    target: OrganisationCard;
    cards: ReadonlyMap<string, OrganisationCard>;
    now: Date;
  },
): Presented {
  const { row, steps } = introduction;
  const step = steps.find((one) => one.organisation_id === own);
  const state = row.state === 'open' ? (row.expires_at > now ? 'waiting' : 'expired') : row.state;
  return {
    id: row.id,
    part: own === row.asker_id ? 'asker' : own === row.target_id ? 'target' : 'introducer',
    asker: presentPartner(asker),
    target: presentPartner(target),
    purpose: row.purpose,
    state,
    answer: step?.answer ?? null,
    toAnswer: step !== undefined && step.answer === null && isOpen(introduction, now),
    introducers: seenBy(introduction, step).flatMap(({ organisation_id: id, note }) => {
      const card = cards.get(id);
      return card
        ? [{ organisation: presentPartner(card), note: step || row.introduced_at ? note : null }]
        : [];
    }),
    passTo: [],
    contact: null,
    deals: [],
    askedAt: row.asked_at.toISOString(),
    expiresAt: row.expires_at.toISOString(),
    introducedAt: row.introduced_at?.toISOString() ?? null,
  };
}

/** Of those who pass it on: all once both ends know each other; before that the asker sees the first, others those before them. */
function seenBy({ row, steps }: Introduction, own: StepRow | undefined): StepRow[] {
  const between = steps.filter((step) => step.organisation_id !== row.target_id);
  if (row.state === 'introduced') return between;
  return between.filter(({ position }) => (own ? position < own.position : position === 1));
}

/** To whom it could be passed on: the one asked for where they know each other, and the best acquaintances who do. */
async function passTo(
  trx: Db,
  own: string,
  { row, steps }: Introduction,
): Promise<{ partner: Presented['asker']; trust: number }[]> {
  const direct = await directTrust(trx, own, row.target_id);
  const ways =
    steps.length > 1
      ? []
      : (
          await bestWays(trx, {
            from: own,
            to: row.target_id,
            limit: 2 * mostPassTo,
            without: [row.asker_id, ...(await resting(trx))],
          })
        ).ways.filter(({ second }) => second === null);
  const cards = await organisationCards(trx, [row.target_id, ...ways.map(({ through }) => through)]);
  return [
    ...(direct === null ? [] : [{ id: row.target_id, trust: direct * 10 }]),
    ...ways.map(({ through, trust }) => ({ id: through, trust })),
  ]
    .flatMap(({ id, trust }) => {
      const card = cards.get(id);
      return card ? [{ partner: presentPartner(card), trust }] : [];
    })
    .slice(0, mostPassTo);
}

async function contactOf(trx: Db, own: string, { row }: Introduction): Promise<Presented['contact']> {
  if (row.state !== 'introduced') return null;
  const other = { [row.asker_id]: row.target_id, [row.target_id]: row.asker_id }[own];
  const addressee = other && (await addresseeOf(trx, other));
  return addressee ? { person: addressee.person, email: addressee.email } : null;
}

async function dealsOf(trx: Db, id: string): Promise<Presented['deals']> {
  const rows = await network(trx)
    .selectFrom('introduction_credit')
    .select(['stage', 'at'])
    .where('introduction_id', '=', id)
    .orderBy('at', 'desc')
    .limit(50)
    .execute();
  return rows.map(({ stage, at }) => ({ stage, at: at.toISOString() }));
}
