import type { Db } from '../../../platform/db/database.ts';
import { textIn } from '../../../platform/i18n/text-in.ts';
import type { Ground } from '../../../platform/module.ts';
import { addresseeOf, namesOf } from '../../members/index.ts';
import type { CeremonyRow, SlotRow } from './tables.ts';

export type CeremoniesGround = Pick<Ground, 'mail' | 'config'>;

/** Writes to one party of a contract in its own language; one that isn't admitted any more gets nothing. */
export async function tellParty(
  trx: Db,
  organisationId: string,
  {
    template,
    slot,
    ceremony,
    number,
  }: {
    template: 'ceremonies.asked' | 'ceremonies.called';
    slot: SlotRow;
    ceremony: CeremonyRow;
    number: string;
  },
  { mail, config }: CeremoniesGround,
): Promise<void> {
  const addressee = await addresseeOf(trx, organisationId);
  if (!addressee) return;
  const { email, person, language } = addressee;
  const other = organisationId === slot.seller_id ? slot.buyer_id : slot.seller_id;
  const names = await namesOf(trx, [other]);
  await mail.send(trx, {
    to: email,
    template,
    params: {
      person,
      other: textIn(names.get(other) ?? {}, language),
      ceremony: textIn(ceremony.names, language),
      place: textIn(ceremony.place, language),
      when: new Intl.DateTimeFormat(language, {
        dateStyle: 'long',
        timeStyle: 'short',
        timeZone: ceremony.zone,
      }).format(ceremony.starts_at),
      zone: ceremony.zone,
      number,
      link: `${config.publicUrl}/deals/${slot.deal_id}/contract?show=${slot.contract_id}`,
    },
    language,
  });
}
