import type { Readable } from 'node:stream';
import { serviceSheetColumns } from '@jiechuan/contract';
import type { Db } from '../../../platform/db/database.ts';
import { csvStream } from '../../catalogue/index.ts';
import { freight } from '../tables.ts';
import { columns, type SheetService } from './columns.ts';

/** All services, retired ones too, in the shape that an import reads; page by page as the reader takes them. */
export const exportServices = (db: Db): Readable => csvStream(lines(db));

async function* lines(db: Db): AsyncGenerator<string[]> {
  yield [...serviceSheetColumns];
  for (let after = ''; ;) {
    const rows: SheetService[] = await freight(db)
      .selectFrom('freight_service')
      .innerJoin('freight_hub as f', 'f.id', 'freight_service.from_hub_id')
      .innerJoin('freight_hub as t', 't.id', 'freight_service.to_hub_id')
      .selectAll('freight_service')
      .select(['f.code as from_code', 't.code as to_code'])
      .where('freight_service.code', '>', after)
      .orderBy('freight_service.code')
      .limit(500)
      .execute();
    for (const row of rows) yield columns.map(({ write }) => write(row));
    if (rows.length < 500) return;
    after = rows.at(-1)!.code;
  }
}
