import { v7 } from 'uuid';
import { systemActor } from '../../platform/actor.ts';
import { recordAudit } from '../../platform/audit/record.ts';
import type { Db } from '../../platform/db/database.ts';
import { insertMove } from './admission.sql.ts';
import { insertOrganisation } from './organisation.sql.ts';
import { wholeProfileColumns } from './profile-columns.ts';
import { reindexOrganisation } from './reindex-organisation.ts';
import { members } from './tables.ts';

/** The alliance's own body, made the first time somebody is to act for it: it admits the others, nobody admits it. */
export async function setUpSecretariat(trx: Db, email: string): Promise<{ id: string; name: string }> {
  const there = await members(trx)
    .selectFrom('organisation')
    .select(['id', 'names'])
    .where('kind', '=', 'secretariat')
    .where('state', '=', 'admitted')
    .orderBy('id')
    .executeTakeFirst();
  const names = { 'zh-CN': '联盟秘书处', en: 'Secretariat of the alliance', ru: 'Секретариат альянса' };
  if (there) return { id: there.id, name: there.names['zh-CN'] ?? names['zh-CN'] };
  const id = v7();
  const actor = systemActor('set-up');
  await insertOrganisation(trx, {
    id,
    kind: 'secretariat',
    state: 'admitted',
    sort_key: '',
    search: '',
    search_text: '',
    ...wholeProfileColumns({
      creditCode: null,
      registrationNumber: null,
      country: 'CN',
      place: { code: null, city: null },
      names,
      descriptions: {},
      website: null,
      foundedYear: null,
      employees: null,
      exportLicence: null,
      languages: [],
      tags: [],
      region: [],
      contact: { person: names['zh-CN'], email, phone: null },
    }),
    admitted_at: new Date(),
  });
  await insertMove(trx, actor, { organisationId: id, from: null, to: 'admitted', reason: 'set-up' });
  await reindexOrganisation(trx, id);
  await recordAudit(trx, actor, {
    action: 'members.setUpSecretariat',
    subjectKind: 'organisation',
    subjectId: id,
    before: null,
    after: { names },
  });
  return { id, name: names['zh-CN'] };
}
