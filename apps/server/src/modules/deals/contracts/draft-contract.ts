import { randomBytes } from 'node:crypto';
import type { BodyOf, ContractPage, ContractTerms, draftContract as endpoint } from '@jiechuan/contract';
import { sql } from 'kysely';
import { v7 } from 'uuid';
import type { Actor } from '../../../platform/actor.ts';
import { recordAudit } from '../../../platform/audit/record.ts';
import type { Db } from '../../../platform/db/database.ts';
import { Problem } from '../../../platform/errors.ts';
import { today } from '../../../platform/today.ts';
import { productNames } from '../../catalogue/index.ts';
import { agreedOffer, dealToChange } from '../deal.sql.ts';
import type { OfferRow } from '../tables.ts';
import { contractsOf } from './contract.sql.ts';
import { presentContract } from './present.ts';
import { contractsProblems } from './problems.ts';
import { contracts, type ContractRow } from './tables.ts';

/**
 * Drafts a deal's contract: what was agreed fills its terms, the rest is the template's until somebody says otherwise.
 * @throws Problem platform.notFound, contracts.notAgreedYet, contracts.alreadyDrafted
 */
export async function draftContract(
  trx: Db,
  actor: Actor,
  { dealId, language }: { dealId: string } & BodyOf<typeof endpoint>,
): Promise<ContractPage> {
  // Locked, so that of two who draft at once one does.
  const { row: deal, side } = await dealToChange(trx, actor, dealId);
  const [earlier] = await contractsOf(trx, dealId);
  if (earlier) throw new Problem(contractsProblems.alreadyDrafted, { number: earlier.number });
  const offer = await agreedOffer(trx, dealId);
  if (!offer || deal.stage !== 'agreed') throw new Problem(contractsProblems.notAgreedYet);
  const terms = await termsOf(trx, actor, offer, language);
  const { rows } = await sql<{ number: string }>`select nextval('contract_number')::text as number`.execute(
    trx,
  );
  const number = `JC-${today().slice(0, 4)}-${rows[0]!.number.padStart(6, '0')}`;
  const row = await insertContract(trx, actor, {
    deal_id: dealId,
    number,
    kind: deal.kind,
    language,
    amends_id: null,
    terms: JSON.stringify(terms),
  });
  return presentContract(trx, actor, { row, deal, side });
}

/** Writes a new draft. */
export async function insertContract(
  trx: Db,
  actor: Actor,
  draft: Pick<ContractRow, 'deal_id' | 'number' | 'kind' | 'language' | 'amends_id'> & { terms: string },
): Promise<ContractRow> {
  const row = await contracts(trx)
    .insertInto('contract')
    .values({
      id: v7(),
      ...draft,
      verify_code: randomBytes(12).toString('base64url'),
      state: 'draft',
      drafted_at: new Date(),
      drafted_by: actor.userName,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  await recordAudit(trx, actor, {
    action: draft.amends_id === null ? 'contracts.draftContract' : 'contracts.amendContract',
    subjectKind: 'contract',
    subjectId: row.id,
    before: null,
    after: { number: row.number, dealId: row.deal_id },
  });
  return row;
}

async function termsOf(
  trx: Db,
  actor: Actor,
  { terms }: OfferRow,
  language: ContractTerms['language'],
): Promise<ContractTerms> {
  const ids = terms.lines.flatMap(({ productId }) => productId ?? []);
  const names = await productNames(trx, ids, actor.organisationId);
  const alike = (text: string) => ({ zh: text, other: text });
  const described = (productId: string | null, description: string) => {
    const known = productId === null ? undefined : names.get(productId);
    const zh = known?.['zh-CN'];
    const other = known?.[language] ?? known?.['en'];
    return zh && other ? { zh, other } : alike(description);
  };
  return {
    language,
    lines: terms.lines.map(({ productId, description, hs6, quantity, unit, unitPrice }) => ({
      productId,
      description: described(productId, description),
      hs6,
      quantity,
      unit,
      unitPriceMinor: unitPrice,
    })),
    currency: terms.currency,
    statedAmountMinor: null,
    incoterm: terms.incoterm,
    place: terms.place,
    payment: alike(terms.payment),
    deliveryFrom: terms.delivery?.earliest ?? null,
    deliveryUntil: terms.delivery?.latest ?? null,
    packing: null,
    quality: null,
    sample: null,
    inspection: null,
    scope: null,
    commissionPpm: null,
    exclusive: false,
    validUntil: null,
    law: 'CN',
    otherLaw: null,
    forum: 'CIETAC',
    prevailing: 'both',
    special: terms.note === null ? null : alike(terms.note),
  };
}
