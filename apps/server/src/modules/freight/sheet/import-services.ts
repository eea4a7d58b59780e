import { buffer } from 'node:stream/consumers';
import { v7 } from 'uuid';
import type { SheetOutcome } from '@jiechuan/contract';
import type { Actor } from '../../../platform/actor.ts';
import { recordAudit } from '../../../platform/audit/record.ts';
import type { Db } from '../../../platform/db/database.ts';
import { Problem, problems } from '../../../platform/errors.ts';
import type { Upload } from '../../../platform/http/upload.ts';
import { serviceColumns } from '../columns.ts';
import { changeService, insertService } from '../service.sql.ts';
import { freight, type ServiceRow } from '../tables.ts';
import { readSheet, type GoodRow } from './read-sheet.ts';

const shownFaults = 500;
const shownRows = 20;

/**
 * Brings services in from a sheet: all rows or, where a cell is bad, none. A key there is already is changed only where
 * the row differs, so what was exported and comes back changes nothing.
 * @throws Problem platform.tooLarge and those of readSheet
 */
export async function importServices(
  trx: Db,
  actor: Actor,
  { upload, dryRun }: { upload: Upload; dryRun: boolean },
): Promise<SheetOutcome> {
  const content = await buffer(upload.content);
  if (content.length > upload.maxBytes) throw new Problem(problems.tooLarge, { limit: upload.maxBytes });
  const hubs = await freight(trx).selectFrom('freight_hub').select(['code', 'id']).execute();
  const { rows, good, faults } = await readSheet(
    content,
    new Map(hubs.map(({ code, id }) => [code, id])),
    actor.language,
  );
  const codes = good.map(({ service }) => service.code);
  const there = codes.length
    ? await freight(trx)
        .selectFrom('freight_service')
        .selectAll()
        .where('code', 'in', codes)
        .orderBy('id')
        .$if(!dryRun, (query) => query.forUpdate())
        .execute()
    : [];
  const byCode = new Map(there.map((row) => [row.code, row]));
  const outcomes = good.map((row) => ({ ...row, outcome: outcomeOf(row, byCode.get(row.service.code)) }));
  const applied = !dryRun && faults.length === 0;
  if (applied)
    for (const { outcome, ...row } of outcomes)
      if (outcome !== 'unchanged') await write(trx, row, byCode.get(row.service.code));
  const count = (wanted: string) => outcomes.filter(({ outcome }) => outcome === wanted).length;
  const answer = {
    dryRun,
    applied,
    rows,
    created: count('created'),
    changed: count('changed'),
    unchanged: count('unchanged'),
    preview: outcomes
      .slice(0, shownRows)
      .map(({ row, service, outcome }) => ({ row, code: service.code, outcome })),
    faults: faults.slice(0, shownFaults),
    faultCount: faults.length,
  };
  if (applied && answer.created + answer.changed > 0)
    await recordAudit(trx, actor, {
      action: 'freight.importServices',
      subjectKind: 'freightService',
      subjectId: upload.name,
      before: null,
      after: {
        created: outcomes.filter(({ outcome }) => outcome === 'created').map(({ service }) => service.code),
        changed: outcomes.filter(({ outcome }) => outcome === 'changed').map(({ service }) => service.code),
      },
    });
  return answer;
}

const columnsOf = ({ service, state }: GoodRow) => ({
  ...serviceColumns(service),
  from_hub_id: service.fromHubId,
  to_hub_id: service.toHubId,
  state,
});

/** Keys of an object in one order, so that what jsonb gave back compares. */
const inOrder = (value: unknown): unknown =>
  value !== null && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(
        Object.entries(value)
          .toSorted(([a], [b]) => (a < b ? -1 : 1))
          .map(([key, inner]) => [key, inOrder(inner)]),
      )
    : value;

function outcomeOf(row: GoodRow, there: ServiceRow | undefined): 'created' | 'changed' | 'unchanged' {
  if (!there) return 'created';
  const { tariff, source, ...rest } = columnsOf(row);
  const wanted = { ...rest, tariff: JSON.parse(tariff) as unknown, source: JSON.parse(source) as unknown };
  const same = (Object.keys(wanted) as (keyof typeof wanted)[]).every(
    (key) => JSON.stringify(inOrder(wanted[key])) === JSON.stringify(inOrder(there[key])),
  );
  return same ? 'unchanged' : 'changed';
}

const write = (trx: Db, row: GoodRow, there: ServiceRow | undefined): Promise<ServiceRow> =>
  there
    ? changeService(trx, there.id, { ...columnsOf(row), edited: true, version: there.version + 1 })
    : insertService(trx, {
        id: v7(),
        code: row.service.code,
        ...columnsOf(row),
        shipped: null,
        edited: true,
      });
