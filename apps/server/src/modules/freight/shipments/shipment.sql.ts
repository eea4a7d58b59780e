import type { listShipments, QueryOf } from '@jiechuan/contract';
import { sql, type Insertable, type RawBuilder, type Updateable } from 'kysely';
import type { Db } from '../../../platform/db/database.ts';
import { Problem, problems } from '../../../platform/errors.ts';
import { freightProblems } from '../problems.ts';
import {
  freight,
  type ShipmentEventRow,
  type ShipmentEventTable,
  type ShipmentRow,
  type ShipmentTable,
} from '../tables.ts';

/** @throws Problem freight.referenceTaken */
export async function insertShipment(trx: Db, row: Insertable<ShipmentTable>): Promise<ShipmentRow> {
  const added = await freight(trx)
    .insertInto('shipment')
    .values(row)
    .onConflict((conflict) => conflict.constraint('shipment_reference').doNothing())
    .returningAll()
    .executeTakeFirst();
  if (!added) throw new Problem(freightProblems.referenceTaken, { reference: row.reference });
  return added;
}

/** @throws Problem freight.referenceTaken where another shipment of the consignor has it */
export async function refuseTakenReference(
  trx: Db,
  { id, organisation_id: consignor }: Pick<ShipmentRow, 'id' | 'organisation_id'>,
  reference: string,
): Promise<void> {
  const other = await freight(trx)
    .selectFrom('shipment')
    .select('id')
    .where('organisation_id', '=', consignor)
    .where('reference', '=', reference)
    .where('id', '<>', id)
    .executeTakeFirst();
  if (other) throw new Problem(freightProblems.referenceTaken, { reference });
}

export const findShipment = (trx: Db, id: string): Promise<ShipmentRow | undefined> =>
  freight(trx).selectFrom('shipment').selectAll().where('id', '=', id).executeTakeFirst();

/** Reads a shipment and keeps others from changing it. @throws Problem platform.notFound */
export async function lockShipment(trx: Db, id: string): Promise<ShipmentRow> {
  const row = await freight(trx)
    .selectFrom('shipment')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw new Problem(problems.notFound);
  return row;
}

export const changeShipment = (
  trx: Db,
  id: string,
  change: Updateable<ShipmentTable>,
): Promise<ShipmentRow> =>
  freight(trx)
    .updateTable('shipment')
    .set({ ...change, updated_at: sql<Date>`now()` as never })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();

/** A shipment's events in the order they happened. @param limit at most so many */
export const eventsOf = (trx: Db, shipmentId: string, limit: number): Promise<ShipmentEventRow[]> =>
  freight(trx)
    .selectFrom('shipment_event')
    .selectAll()
    .where('shipment_id', '=', shipmentId)
    .orderBy('at')
    .orderBy('id')
    .limit(limit)
    .execute();

/** Writes an event; false where the same was told before. */
export async function insertEvent(trx: Db, row: Insertable<ShipmentEventTable>): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await freight(trx)
    .insertInto('shipment_event')
    .values(row)
    .onConflict((conflict) => conflict.constraint('shipment_event_once').doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

export type ShipmentFilter = Pick<QueryOf<typeof listShipments>, 'q' | 'status' | 'market'> & {
  /** Only what concerns this organisation; null for all of them. */
  organisationId: string | null;
};

/** One page of shipments, newest first, before the id `before`. */
export async function pageOfShipments(
  trx: Db,
  { q, status, market, organisationId }: ShipmentFilter,
  before: string | undefined,
  limit: number,
): Promise<ShipmentRow[]> {
  const all: RawBuilder<unknown>[] = [sql`true`];
  if (status) all.push(sql`status = any(${status})`);
  if (market) all.push(sql`market = any(${market})`);
  if (q) {
    const number = q.toUpperCase().replaceAll(/[\s-]/g, '');
    all.push(sql`(reference = ${q} or (containers || parcels) @> array[${number}]::text[])`);
  }
  if (before) all.push(sql`id < ${before}`);
  const where = sql.join(all, sql` and `);
  // Each of an organisation's three parts has an index that is read backwards from the newest.
  const parts = ['organisation_id', 'consignee_organisation_id', 'carrier_organisation_id'].map(
    (column) => sql`
      (select * from shipment where ${sql.ref(column)} = ${organisationId} and ${where}
       order by id desc limit ${limit})`,
  );
  const { rows } = await sql<ShipmentRow>`
    select * from ${
      organisationId === null
        ? sql`shipment where ${where}`
        : sql`(${sql.join(parts, sql` union `)}) as concerning`
    }
    order by id desc limit ${limit}`.execute(trx);
  return rows;
}
