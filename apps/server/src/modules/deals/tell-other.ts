import type { Actor } from '../../platform/actor.ts';
import type { Db } from '../../platform/db/database.ts';
import { textIn } from '../../platform/i18n/text-in.ts';
import type { Ground } from '../../platform/module.ts';
import { addresseeOf, namesOf } from '../members/index.ts';
import { sideOf } from './deal.sql.ts';
import type { DealRow, Side } from './tables.ts';

export type DealsGround = Pick<Ground, 'mail' | 'config' | 'events' | 'files'>;

type Template =
  | 'deals.opened'
  | 'deals.offered'
  | 'deals.answered'
  | 'deals.written'
  | 'deals.moved'
  | 'deals.issued'
  | 'deals.signed'
  | 'deals.sealed'
  | 'deals.oursExpired'
  | 'deals.theirsExpired';

/** What a mail says beside the deal's title and the other side's name, and where below the deal it leads. */
interface More {
  params?: Record<string, string | number>;
  /** Of the deal's own address: `/contract`. */
  path?: string;
}

/** Writes to the other side of a deal in its own language; one that isn't admitted any more gets nothing. */
export async function tellOther(
  trx: Db,
  actor: Actor,
  row: DealRow,
  template: Template,
  ground: Pick<DealsGround, 'mail' | 'config'>,
  more: More = {},
): Promise<void> {
  const to = sideOf(row, actor.organisationId) === 'seller' ? 'buyer' : 'seller';
  await tellSide(trx, row, { to, from: actor.organisationId, template, more }, ground);
}

/** Writes to both sides, each in its own language, naming the other. @param template for each side */
export async function tellBoth(
  trx: Db,
  row: DealRow,
  template: (side: Side) => Template,
  ground: Pick<DealsGround, 'mail' | 'config'>,
  more: More = {},
): Promise<void> {
  for (const to of ['seller', 'buyer'] as const) {
    const from = to === 'seller' ? row.buyer_id : row.seller_id;
    await tellSide(trx, row, { to, from, template: template(to), more }, ground);
  }
}

async function tellSide(
  trx: Db,
  row: DealRow,
  { to, from, template, more }: { to: Side; from: string | null; template: Template; more: More },
  { mail, config }: Pick<DealsGround, 'mail' | 'config'>,
): Promise<void> {
  const addressee = await addresseeOf(trx, to === 'seller' ? row.seller_id : row.buyer_id);
  if (!addressee) return;
  const { email, person, language } = addressee;
  const names = from === null ? {} : ((await namesOf(trx, [from])).get(from) ?? {});
  await mail.send(trx, {
    to: email,
    template,
    params: {
      person,
      other: textIn(names, language),
      title: row.title,
      link: `${config.publicUrl}/deals/${row.id}${more.path ?? ''}`,
      ...more.params,
    },
    language,
  });
}
