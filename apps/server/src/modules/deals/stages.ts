import type { Kind, Side, Stage } from './tables.ts';

/** The stages a kind of deal goes through, in order: what binds nobody isn't shipped, what isn't goods neither. */
export const pathOf: Readonly<Record<Kind, readonly Stage[]>> = {
  intent: ['inquiry', 'offer', 'agreed', 'contract', 'signed', 'closed'],
  framework: ['inquiry', 'offer', 'agreed', 'contract', 'signed', 'effective', 'closed'],
  purchase: ['inquiry', 'offer', 'agreed', 'contract', 'signed', 'effective', 'shipped', 'paid', 'closed'],
  agency: ['inquiry', 'offer', 'agreed', 'contract', 'signed', 'effective', 'paid', 'closed'],
  service: ['inquiry', 'offer', 'agreed', 'contract', 'signed', 'effective', 'paid', 'closed'],
};

/** Whose turn it is at a stage to begin with, and how many days they have. Null: nobody's. */
export const turns: Readonly<Record<Stage, { side: Side | 'other'; days: number } | null>> = {
  inquiry: { side: 'seller', days: 7 },
  // Whoever didn't make the offer.
  offer: { side: 'other', days: 14 },
  agreed: { side: 'seller', days: 14 },
  contract: { side: 'buyer', days: 14 },
  signed: { side: 'buyer', days: 30 },
  effective: { side: 'seller', days: 60 },
  shipped: { side: 'buyer', days: 60 },
  paid: { side: 'seller', days: 30 },
  closed: null,
  ended: null,
};

/** Days of silence after which a deal is shown as stalled. */
export const stalledAfterDays = 14;

/** Stages that a deal can still be ended from: once it is signed, it can only be fulfilled or amended. */
const endable: ReadonlySet<Stage> = new Set(['inquiry', 'offer', 'agreed', 'contract']);

/** Whether a deal of a kind may move from one stage to another: to the next on its path, or to its end. An offer may follow an offer. */
export function mayMove(kind: Kind, from: Stage, to: Stage): boolean {
  if (to === 'ended') return endable.has(from);
  // An offer that was declined or taken back leaves the inquiry open.
  if (from === 'offer' && (to === 'offer' || to === 'inquiry')) return true;
  const path = pathOf[kind];
  const at = path.indexOf(from);
  return at >= 0 && path[at + 1] === to;
}

/** Who acts next after a move. @param by the side that moved; null for the secretariat or a job */
export function turnAfter(to: Stage, by: Side | null): { side: Side; days: number } | null {
  const turn = turns[to];
  if (!turn) return null;
  if (turn.side !== 'other') return { side: turn.side, days: turn.days };
  return { side: by === 'seller' ? 'buyer' : 'seller', days: turn.days };
}

/** Whether nothing has happened for `stalledAfterDays`; never once it is over. */
export const isStalled = (stage: Stage, lastActiveAt: Date, now: Date): boolean =>
  turns[stage] !== null && now.getTime() - lastActiveAt.getTime() >= stalledAfterDays * 86_400_000;

/**
 * Whether money may come in: from when it is in effect until it is paid, where a kind is paid for at all; and once it is paid
 * only what an amendment has added since.
 * @param left minor units still to come in
 */
export const mayPay = (kind: Kind, stage: Stage, left = 0): boolean =>
  pathOf[kind].includes('paid') &&
  (stage === 'effective' || stage === 'shipped' || (stage === 'paid' && left > 0));

/** Whether what both signed is to be paid: from when it is in effect, where a kind is paid for at all. */
export const isOwed = (kind: Kind, stage: Stage): boolean => {
  const path = pathOf[kind];
  return path.includes('paid') && path.indexOf(stage) >= path.indexOf('effective');
};
