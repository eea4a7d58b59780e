import type { Actor } from '../../platform/actor.ts';
import type { Db } from '../../platform/db/database.ts';
import { textIn } from '../../platform/i18n/text-in.ts';
import type { Ground } from '../../platform/module.ts';
import { addresseeOf, namesOf } from '../members/index.ts';
import { sideOf } from './deal.sql.ts';
import type { DealRow } from './tables.ts';

export type DealsGround = Pick<Ground, 'mail' | 'config' | 'events' | 'files'>;

/** Writes to the other side of a deal in its own language; one that isn't admitted any more gets nothing. */
export async function tellOther(
  trx: Db,
  actor: Actor,
  row: DealRow,
  template: 'deals.opened' | 'deals.offered' | 'deals.answered' | 'deals.written' | 'deals.moved',
  { mail, config }: DealsGround,
): Promise<void> {
  const other = sideOf(row, actor.organisationId) === 'seller' ? row.buyer_id : row.seller_id;
  const addressee = await addresseeOf(trx, other);
  if (!addressee) return;
  const { email, person, language } = addressee;
  const own = actor.organisationId;
  const names = own === null ? {} : ((await namesOf(trx, [own])).get(own) ?? {});
  await mail.send(trx, {
    to: email,
    template,
    params: {
      person,
      other: textIn(names, language),
      title: row.title,
      link: `${config.publicUrl}/deals/${row.id}`,
    },
    language,
  });
}
