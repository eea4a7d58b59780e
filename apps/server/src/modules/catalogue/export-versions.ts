import { mostSheetRows } from '@jiechuan/contract';
import type { Actor } from '../../platform/actor.ts';
import type { Db } from '../../platform/db/database.ts';
import { Problem } from '../../platform/errors.ts';
import { message } from '../../platform/i18n/messages.ts';
import type { SheetRows } from '../../platform/sheets/index.ts';
import { catalogueProblems } from './problems.ts';
import { catalogue } from './tables.ts';
import { authoriseVersions, differences } from './versions.ts';

const columns = ['version', 'at', 'by', 'state', 'field', 'before', 'after'] as const;
/** Versions read at once; each holds its whole product. */
const atOnce = 50;

/**
 * What each version of a product changed, a row for each field, the first version first and as one row; words in the
 * reader's language.
 * @throws Problem platform.notFound
 */
export async function* versionsSheet(trx: Db, actor: Actor, id: string): SheetRows {
  await authoriseVersions(trx, actor, 'catalogue.listVersions', id);
  const say = (code: string) => message(actor.language, `catalogue.${code}`);
  yield columns.map((column) => say(`versionSheet.${column}`));
  let before: object | null = null;
  let last = 0;
  for (;;) {
    const rows = await catalogue(trx)
      .selectFrom('product_version')
      .select(['version', 'at', 'by_name', 'state', 'snapshot', 'parts'])
      .where('product_id', '=', id)
      .where('version', '>', last)
      .orderBy('version')
      .limit(atOnce)
      .execute();
    for (const { version, at, by_name, state, snapshot, parts } of rows) {
      const whole = { ...snapshot, ...parts, state };
      const head = [String(version), at.toISOString(), by_name ?? '', say(`versionState.${state}`)];
      const changes = before === null ? [] : differences(before, whole, actor.language);
      if (changes.length === 0) yield [...head, '', '', ''];
      for (const change of changes)
        yield [...head, change.field, written(change.before), written(change.after)];
      before = whole;
      last = version;
    }
    if (rows.length < atOnce) return;
  }
}

const written = (value: unknown): string =>
  value === null || value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value);

/** @throws Problem catalogue.versionsTooMany */
export const tooManyVersions = (): never => {
  throw new Problem(catalogueProblems.versionsTooMany, { most: mostSheetRows });
};
