import type { Db } from '../../../platform/db/database.ts';
import { negotiateLanguage } from '../../../platform/i18n/messages.ts';
import type { Ground } from '../../../platform/module.ts';
import { addresseeOf } from '../../members/index.ts';
import { talkAt } from './talk.ts';
import { stopsOf } from './tour.sql.ts';
import { tours, type TourRow } from './tables.ts';

const languageName = (tag: string, language: string): string =>
  new Intl.DisplayNames([language], { type: 'language' }).of(tag) ?? tag;
const isMail = (contact: string | null): contact is string =>
  contact !== null && /^\S+@\S+\.\S+$/.test(contact);

/**
 * After the guests of a confirmed tour speak another language: whoever promised to interpret did so for the former one, so
 * nobody interprets until somebody is named anew. Hosts who do not talk with the guests by themselves, before or after, are
 * written to; so is the interpreter where the contact is an address for mail.
 */
export async function askInterpreterAnew(
  trx: Db,
  { mail, config }: Pick<Ground, 'mail' | 'config'>,
  before: TourRow,
  after: TourRow,
): Promise<void> {
  const { id, plan, guests, interpreter } = after;
  const bare = { guests, interpreter: null };
  if (interpreter !== null) {
    await tours(trx).updateTable('tour').set({ interpreter: null }).where('id', '=', id).execute();
    if (isMail(interpreter.contact)) {
      const language = negotiateLanguage(interpreter.languages.join(','));
      await mail.send(trx, {
        to: interpreter.contact,
        template: 'tours.notInterpreting',
        params: {
          person: interpreter.name,
          guests: guests.name,
          from: after.first_day,
          until: after.last_day,
          tongue: languageName(guests.language, language),
        },
        language,
      });
    }
  }
  const planned = new Set(
    plan?.days.flatMap(({ items }) => items.flatMap((item) => (item.kind === 'visit' ? [item.stopId] : []))),
  );
  const hosts = (await stopsOf(trx, id)).flatMap((stop) =>
    planned.has(stop.id) && (talkAt(before, stop) !== 'direct' || talkAt(bare, stop) !== 'direct')
      ? (stop.organisation_id ?? [])
      : [],
  );
  for (const host of new Set(hosts)) {
    const addressee = await addresseeOf(trx, host);
    if (!addressee) continue;
    const { email, person, language } = addressee;
    await mail.send(trx, {
      to: email,
      template: 'tours.otherLanguage',
      params: {
        person,
        guests: guests.name,
        tongue: languageName(guests.language, language),
        link: `${config.publicUrl}/tours`,
      },
      language,
    });
  }
}
