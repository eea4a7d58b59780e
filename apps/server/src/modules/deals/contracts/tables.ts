import type {
  ContractKind,
  contractLanguages,
  contractStates,
  ContractTerms,
  proofMethods,
} from '@jiechuan/contract';
import type { ColumnType, Generated, Selectable } from 'kysely';
import type { Db } from '../../../platform/db/database.ts';
import type { Json } from '../../../platform/db/tables.ts';

type Instant = ColumnType<Date, Date, Date>;

interface ContractTable {
  id: string;
  deal_id: string;
  number: string;
  verify_code: string;
  kind: ContractKind;
  language: (typeof contractLanguages)[number];
  amends_id: string | null;
  state: (typeof contractStates)[number];
  terms: Json<ContractTerms>;
  version: Generated<number>;
  drafted_at: Instant;
  drafted_by: string | null;
  issued_at: Date | null;
  issued_by: string | null;
  document_sha256: string | null;
  document_bytes: number | null;
  sealed_at: Date | null;
  sealed_sha256: string | null;
  seal_digest: string | null;
  voided_at: Date | null;
}

interface ContractSignatureTable {
  contract_id: string;
  organisation_id: string;
  document_sha256: string;
  user_id: string;
  name: string;
  method: (typeof proofMethods)[number];
  evidence: Json<object> | null;
  address: string;
  at: Instant;
}

type ContractsTables = {
  contract: ContractTable;
  contract_signature: ContractSignatureTable;
  contract_challenge: {
    id: string;
    contract_id: string;
    user_id: string;
    document_sha256: string;
    nonce: string;
    expires_at: Instant;
  };
  sealing_certificate: { fingerprint: string; der: Buffer; used_since: Generated<Date> };
};
export type ContractRow = Selectable<ContractTable>;
export type SignatureRow = Selectable<ContractSignatureTable>;

/** The contracts' own tables through the caller's connection. */
export const contracts = (db: Db) => db.withTables<ContractsTables>();
