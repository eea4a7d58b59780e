import { v7 } from 'uuid';
import { systemActor } from '../../platform/actor.ts';
import { recordAudit } from '../../platform/audit/record.ts';
import type { Db } from '../../platform/db/database.ts';
import type { DemoOrganisation } from '../members/index.ts';
import { demoRelations, type DemoRelation } from './demo-relations.ts';
import { insertStep, openDays } from './introduction.sql.ts';
import { closer } from './relation.sql.ts';
import { network } from './tables.ts';
import { directTrust, leadsTo } from './ways.sql.ts';

// PostgreSQL takes at most 65,535 parameters a statement.
const chunk = 2000;
const day = 86_400_000;

/**
 * Puts the relations of the demo alliance in, with what of them leads from one to another, and two introductions that
 * wait: one for the first association to answer, one that the first enterprise asked for.
 */
export async function insertDemoRelations(
  trx: Db,
  organisations: readonly DemoOrganisation[],
  randomSeed: number,
): Promise<void> {
  const relations = demoRelations(organisations, randomSeed);
  const db = network(trx);
  for (const part of parts(relations.map(relationRow)))
    await db.insertInto('relation').values(part).execute();
  for (const part of parts(relations.flatMap(edgeRows)))
    await db.insertInto('relation_edge').values(part).execute();
  const of = Object.groupBy(organisations, ({ kind }) => kind);
  const { association = [], merchant = [], enterprise = [] } = of;
  await ask(trx, [enterprise[1], association[0], merchant[0]]);
  const abroad = association[1]?.country;
  await ask(trx, [enterprise[0], association[1], merchant.find(({ country }) => country === abroad)]);
  await recordAudit(trx, systemActor('seed'), {
    action: 'network.insertDemoRelations',
    subjectKind: 'relation',
    subjectId: 'demo',
    before: null,
    after: { relations: relations.length },
  });
}

const parts = <T>(rows: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(rows.length / chunk) }, (_, index) =>
    rows.slice(index * chunk, (index + 1) * chunk),
  );

const relationRow = (one: DemoRelation) => ({
  id: one.id,
  a_id: one.from,
  b_id: one.to,
  kind: one.kind,
  since: one.since,
  evidence: one.evidence,
  state: one.answered ? ('confirmed' as const) : ('stated' as const),
  a_strength: one.stated.strength,
  a_visibility: one.stated.visibility,
  b_strength: one.answered?.strength ?? null,
  b_visibility: one.answered?.visibility ?? null,
  stated_at: one.statedAt,
});

function edgeRows({ id, from, to, stated, answered }: DemoRelation) {
  const visibility = answered && closer(stated.visibility, answered.visibility);
  if (!answered || visibility === 'hidden') return [];
  const edge = {
    relation_id: id,
    strength: Math.min(stated.strength, answered.strength),
    open: visibility === 'open',
  };
  return [
    { ...edge, from_id: from, to_id: to },
    { ...edge, from_id: to, to_id: from },
  ];
}

/** An introduction that waits for the first who was asked; none where the demo alliance is too small for the way. */
async function ask(
  trx: Db,
  [asker, through, target]: readonly (DemoOrganisation | undefined)[],
): Promise<void> {
  if (!asker || !through || !target || through === target) return;
  const way = { from: through.id, to: target.id, without: [asker.id] };
  if ((await directTrust(trx, asker.id, through.id)) === null || !(await leadsTo(trx, way))) return;
  if ((await directTrust(trx, asker.id, target.id)) !== null) return;
  const now = new Date();
  const id = v7();
  await network(trx)
    .insertInto('introduction')
    .values({
      id,
      asker_id: asker.id,
      target_id: target.id,
      purpose:
        '示范数据：想把产品放上贵店的货架，先寄样品。\nDemo data: we would like to send samples for your shelves.',
      state: 'open',
      asked_at: now,
      expires_at: new Date(now.getTime() + openDays * day),
      introduced_at: null,
    })
    .execute();
  await insertStep(trx, { introduction_id: id, position: 1, organisation_id: through.id }, now);
}
