import type { findIntroductions as endpoint, QueryOf, ResponseOf } from '@jiechuan/contract';
import type { Actor } from '../../platform/actor.ts';
import type { Db } from '../../platform/db/database.ts';
import { Problem } from '../../platform/errors.ts';
import { organisationCards } from '../members/index.ts';
import { resting } from './introduction.sql.ts';
import { presentPartner } from './present.ts';
import { networkProblems } from './problems.ts';
import { ownOrganisation } from './relation.sql.ts';
import { bestWays } from './ways.sql.ts';

/** Ways looked at beyond those asked for: some may lead through who is no member any more. */
const spare = 10;

/**
 * Who could introduce one's organisation to a member. Of the one in the middle only kind and country are told unless
 * both its relations on the way are open: that there is a way may be known, who it is not. Those who were asked for many
 * introductions lately are spared.
 * @throws Problem network.noSuchMember, network.withOneself
 */
export async function findIntroductions(
  trx: Db,
  actor: Actor,
  { organisation: to, limit }: QueryOf<typeof endpoint>,
): Promise<ResponseOf<typeof endpoint>> {
  const own = ownOrganisation(actor);
  if (to === own) throw new Problem(networkProblems.withOneself);
  const { known, ways: found } = await bestWays(trx, {
    from: own,
    to,
    limit: limit + spare,
    without: await resting(trx),
  });
  const cards = await organisationCards(trx, [
    ...new Set([
      to,
      ...found.flatMap(({ through, second }) => (second === null ? [through] : [through, second])),
    ]),
  ]);
  if (!cards.has(to)) throw new Problem(networkProblems.noSuchMember);
  const ways = found.flatMap(({ through, second, trust, open }) => {
    const first = cards.get(through);
    const other = second === null ? null : cards.get(second);
    if (!first || other === undefined) return [];
    return [
      {
        through: presentPartner(first),
        second: other && {
          kind: other.kind,
          country: other.country,
          partner: open ? presentPartner(other) : null,
        },
        trust,
      },
    ];
  });
  return { known, ways: ways.slice(0, limit) };
}
