import type { listShipments as endpoint, QueryOf, ResponseOf, Shipment } from '@jiechuan/contract';
import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { Problem, problems } from '../../../platform/errors.ts';
import { writeCursor } from '../../../platform/http/cursor.ts';
import { readIdCursor } from '../../../platform/http/typed-cursors.ts';
import { namesOf } from '../../members/index.ts';
import { concerns, presentShipment, presentShipmentCard } from './present-shipment.ts';
import { findShipment, pageOfShipments } from './shipment.sql.ts';

/** Shipments that concern the reader, newest first; all of them for the secretariat. */
export async function listShipments(
  trx: Db,
  actor: Actor,
  query: QueryOf<typeof endpoint>,
  extent: 'all' | 'own',
): Promise<ResponseOf<typeof endpoint>> {
  if (extent === 'own' && actor.organisationId === null) return { items: [], nextCursor: null };
  const rows = await pageOfShipments(
    trx,
    { ...query, organisationId: extent === 'all' ? null : actor.organisationId },
    readIdCursor(query.cursor),
    query.limit + 1,
  );
  const items = rows.slice(0, query.limit);
  const names = await namesOf(
    trx,
    items.map((row) => row.organisation_id),
  );
  return {
    items: items.map((row) => presentShipmentCard(row, names)),
    nextCursor: rows.length > query.limit ? writeCursor([items.at(-1)!.id]) : null,
  };
}

/** @throws Problem platform.notFound, also for one that concerns somebody else */
export async function getShipment(
  trx: Db,
  actor: Actor,
  id: string,
  extent: 'all' | 'own',
): Promise<Shipment> {
  const row = await findShipment(trx, id);
  if (!row || (extent === 'own' && !concerns(row, actor.organisationId)))
    throw new Problem(problems.notFound);
  return presentShipment(trx, row, actor);
}
