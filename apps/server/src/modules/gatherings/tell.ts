import { findPeople } from '../../platform/auth/index.ts';
import type { Db } from '../../platform/db/database.ts';
import type { Events } from '../../platform/events/events.ts';
import { textIn } from '../../platform/i18n/text-in.ts';
import type { MailInput } from '../../platform/mail/mail.ts';
import type { Ground } from '../../platform/module.ts';
import { addresseesOf, secretariats, type Addressee } from '../members/index.ts';
import { gatherings, type GatheringRow } from './tables.ts';

export type TellGround = Pick<Ground, 'mail' | 'config'>;
export const tellCancelledQueue = 'gatherings.tell-cancelled';

type Template =
  | 'gatherings.asked'
  | 'gatherings.approved'
  | 'gatherings.waiting'
  | 'gatherings.refused'
  | 'gatherings.cancelled'
  | 'gatherings.brokenOff'
  | 'gatherings.wished'
  | 'gatherings.wanted'
  | 'gatherings.published'
  | 'gatherings.meetingOff';

interface Told {
  template: Template;
  gathering: GatheringRow;
  /** Of the gathering, that the mail leads to. */
  page?: string;
  params?: Record<string, string | number>;
  /** Another organisation that the mail names. */
  other?: Record<string, string>;
  /** Or two of them. */
  pair?: [Record<string, string>, Record<string, string>];
}

/** Writes to one organisation in its own language; one that isn't admitted any more gets nothing. */
export const tell = (trx: Db, ground: TellGround, organisationId: string, told: Told): Promise<void> =>
  tellEach(trx, ground, new Map([[organisationId, told]]));

/**
 * Writes to who holds a gathering: an association like any organisation. What nobody else holds is the secretariat’s; it has
 * no one address for it, but each of its people may keep it, so all of them are written to.
 */
export async function tellHost(trx: Db, ground: TellGround, told: Told): Promise<void> {
  const host = told.gathering.organisation_id;
  if (host !== null) return tell(trx, ground, host, told);
  const people = new Map<string, Addressee>();
  for (const one of await secretariats(trx))
    for (const { email, name } of await findPeople(trx, one.organisationId))
      people.set(email, { ...one, email, person: name });
  await ground.mail.sendAll(
    trx,
    [...people.values()].map((one) => mailTo(one, told, ground.config)),
  );
}

/** Writes to many organisations, to each what is told to it, in a few statements. */
export async function tellEach(
  trx: Db,
  { mail, config }: TellGround,
  told: ReadonlyMap<string, Told>,
): Promise<void> {
  const addressees = await addresseesOf(trx, [...told.keys()]);
  await mail.sendAll(
    trx,
    [...told].flatMap(([organisationId, one]) => {
      const addressee = addressees.get(organisationId);
      return addressee ? [mailTo(addressee, one, config)] : [];
    }),
  );
}

function mailTo(
  { email, person, language }: Addressee,
  { template, gathering, page = '', params = {}, other, pair }: Told,
  { publicUrl }: TellGround['config'],
): MailInput {
  return {
    to: email,
    template,
    params: {
      person,
      gathering: textIn(gathering.names, language),
      place: textIn(gathering.place, language),
      when: new Intl.DateTimeFormat(language, {
        dateStyle: 'long',
        timeStyle: 'short',
        timeZone: gathering.zone,
      }).format(gathering.starts_at),
      zone: gathering.zone,
      link: `${publicUrl}/gatherings/${gathering.id}${page}`,
      ...(other && { other: textIn(other, language) }),
      ...(pair && { a: textIn(pair[0], language), b: textIn(pair[1], language) }),
      ...params,
    },
    language,
  };
}

export interface Cancelled {
  gatheringId: string;
  /** It had begun by then: what was held stays. */
  begun: boolean;
}

/** Has everybody who registered told that a gathering doesn't take place, once the caller's transaction has committed. */
export async function askToTellCancelled(trx: Db, events: Events, told: Cancelled): Promise<void> {
  await events.enqueue(trx, tellCancelledQueue, told);
}

/** Writes to each organisation that anybody registered for. */
export async function tellCancelled(
  { db, ...ground }: Pick<Ground, 'db'> & TellGround,
  { gatheringId, begun }: Cancelled,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const gathering = await gatherings(trx)
      .selectFrom('gathering')
      .selectAll()
      .where('id', '=', gatheringId)
      .executeTakeFirstOrThrow();
    const rows = await gatherings(trx)
      .selectFrom('gathering_registration')
      .select('organisation_id')
      .distinct()
      .where('gathering_id', '=', gatheringId)
      .where('state', 'in', ['asked', 'approved', 'waiting'])
      .execute();
    const template = begun ? 'gatherings.brokenOff' : 'gatherings.cancelled';
    await tellEach(trx, ground, new Map(rows.map((row) => [row.organisation_id, { template, gathering }])));
  });
}
