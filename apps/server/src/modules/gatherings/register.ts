import { randomBytes } from 'node:crypto';
import type {
  BodyOf,
  listOwnRegistrations,
  OwnRegistration,
  QueryOf,
  register as endpoint,
} from '@jiechuan/contract';
import { v7 } from 'uuid';
import type { Actor } from '../../platform/actor.ts';
import type { Db } from '../../platform/db/database.ts';
import { Problem, problems } from '../../platform/errors.ts';
import { findGathering, isOn } from './gathering.sql.ts';
import { presentOwn } from './present.ts';
import { gatheringsProblems } from './problems.ts';
import { saveRegistration } from './registration.sql.ts';
import { gatherings, type RegistrationRow } from './tables.ts';
import { tellHost, type TellGround } from './tell.ts';

/** People whom one organisation registers for one gathering at most. */
const mostOfOne = 20;

const badgeCode = (): string => randomBytes(18).toString('base64url');

const dayMs = 86_400_000;

/**
 * Registers the actor; who withdrew asks anew, at the end of the line.
 * @throws Problem platform.notFound, platform.forbidden for who is no person, gatherings.notAnnounced, gatherings.registered,
 * gatherings.refused, gatherings.tooManyOfYours
 */
export async function register(
  trx: Db,
  actor: Actor,
  { id, person, note, languages }: { id: string } & BodyOf<typeof endpoint>,
  ground: TellGround,
): Promise<OwnRegistration> {
  const gathering = await findGathering(trx, actor, id, { lock: true });
  const { userId, organisationId } = actor;
  if (userId === null || organisationId === null) throw new Problem(problems.forbidden);
  if (!isOn(gathering)) throw new Problem(gatheringsProblems.notAnnounced);
  const rows = await gatherings(trx)
    .selectFrom('gathering_registration')
    .selectAll()
    .where('gathering_id', '=', id)
    .where((where) =>
      where.or([where('user_id', '=', userId), where('organisation_id', '=', organisationId)]),
    )
    .execute();
  const earlier = rows.find((row) => row.user_id === userId);
  if (earlier?.state === 'refused') throw new Problem(gatheringsProblems.refused);
  if (earlier && earlier.state !== 'withdrawn') throw new Problem(gatheringsProblems.registered);
  const live = rows.filter((row) => row.organisation_id === organisationId && row.state !== 'withdrawn');
  if (live.length >= mostOfOne) throw new Problem(gatheringsProblems.tooManyOfYours, { most: mostOfOne });
  // A badge from before stays worthless: the code is another.
  const asked = {
    person,
    note,
    languages,
    organisation_id: organisationId,
    asked_at: new Date(),
    code: badgeCode(),
  };
  const row = earlier
    ? await saveRegistration(trx, earlier.id, { ...asked, state: 'asked' })
    : await insert(trx, { ...asked, id: v7(), gathering_id: id, user_id: userId });
  // Who goes back and forth is told of once a day.
  if (!earlier || Date.now() - earlier.asked_at.getTime() > dayMs)
    await tellHost(trx, ground, {
      template: 'gatherings.asked',
      gathering,
      page: '/registrations',
      params: { who: person },
    });
  return (await presentOwn(trx, [row]))[0]!;
}

const insert = (
  trx: Db,
  row: Pick<
    RegistrationRow,
    | 'id'
    | 'gathering_id'
    | 'user_id'
    | 'person'
    | 'note'
    | 'languages'
    | 'organisation_id'
    | 'asked_at'
    | 'code'
  >,
): Promise<RegistrationRow> =>
  gatherings(trx)
    .insertInto('gathering_registration')
    .values({
      ...row,
      state: 'asked',
      rating: null,
      feedback: null,
      calendar_hash: null,
      calendar_language: null,
    })
    .returningAll()
    .executeTakeFirstOrThrow();

const mostOwn = 100;

/** The actor's own registrations, the newest first. */
export async function listOwn(
  trx: Db,
  actor: Actor,
  { gathering }: QueryOf<typeof listOwnRegistrations>,
): Promise<{ items: OwnRegistration[] }> {
  const rows = await gatherings(trx)
    .selectFrom('gathering_registration')
    .selectAll()
    .where('user_id', '=', actor.userId ?? '')
    .where('organisation_id', '=', actor.organisationId)
    .$if(gathering !== undefined, (query) => query.where('gathering_id', '=', gathering!))
    .orderBy('id', 'desc')
    .limit(mostOwn)
    .execute();
  return { items: await presentOwn(trx, rows) };
}
