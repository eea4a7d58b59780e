import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { formed } from '../form.ts';
import { countryCode, idSchema, instant, version } from '../scalars.ts';
import { plainText } from '../text.ts';
import { contractKind, contractLanguages, contractTerms } from './terms.ts';

const tag = 'Contracts';
const contractParams = z.strictObject({ id: idSchema });
const dealParams = z.strictObject({ dealId: idSchema });
const names = z.record(z.string(), z.string());

/** SHA-256 in small hexadecimal letters. */
export const sha256 = formed('sha256', /^[0-9a-f]{64}$/);
/** As printed on each page: JC-2026-000123, an amendment JC-2026-000123-A1. */
export const contractNumber = formed('contractNumber', /^JC-\d{4}-\d{6,9}(-A\d{1,2})?$/);

/** `void`: its deal ended before both had signed it. */
export const contractStates = ['draft', 'issued', 'signed', 'void'] as const;
export const proofMethods = ['passkey', 'password'] as const;

const party = z.object({
  organisationId: idSchema,
  names,
  country: countryCode,
  side: z.enum(['seller', 'buyer']),
});

const signature = z.object({
  organisationId: idSchema,
  name: z.string(),
  at: instant,
  /** How who signed proved again who they are. */
  method: z.enum(proofMethods),
});

/** One term that an amendment changes, in words: what it was and what it becomes. */
const termDelta = z.object({ term: z.string(), before: z.string(), after: z.string() });

export const contractPage = z.object({
  id: idSchema,
  dealId: idSchema,
  number: contractNumber,
  kind: contractKind,
  state: z.enum(contractStates),
  /** The contract that this one amends. */
  amends: z.object({ id: idSchema, number: contractNumber }).nullable(),
  parties: z.array(party).length(2),
  terms: contractTerms,
  amountMinor: z.int(),
  /** Terms that an amendment changes. */
  deltas: z.array(termDelta).max(200),
  /** What has to be said before it can be issued: names of terms. */
  missing: z.array(z.string()).max(30),
  /** Digest of the bytes that are shown and signed; null for a draft. */
  documentSha256: sha256.nullable(),
  issuedAt: instant.nullable(),
  signatures: z.array(signature).max(2),
  /** Digest of the sealed file; null until both have signed. */
  sealedSha256: sha256.nullable(),
  sealedAt: instant.nullable(),
  /** When its deal ended without it; null for one that isn't void. */
  voidedAt: instant.nullable(),
  /** The side that the reader acts for; null for who only looks on. */
  side: z.enum(['seller', 'buyer']).nullable(),
  /** The reader's person may sign it now. */
  maySign: z.boolean(),
  amendments: z
    .array(z.object({ id: idSchema, number: contractNumber, state: z.enum(contractStates) }))
    .max(99),
  version,
});
export type ContractPage = z.output<typeof contractPage>;

export const draftContract = endpoint({
  operationId: 'contracts.draftContract',
  method: 'POST',
  path: '/deals/:dealId/contracts',
  tag,
  summary: 'Draft the contract of a deal from what was agreed',
  params: dealParams,
  body: z.strictObject({ language: z.enum(contractLanguages) }),
  response: contractPage,
  status: 201,
  versioned: true,
});

export const listContracts = endpoint({
  operationId: 'contracts.listContracts',
  method: 'GET',
  path: '/deals/:dealId/contracts',
  tag,
  summary: 'The contract of a deal and its amendments',
  params: dealParams,
  response: z.object({
    items: z
      .array(
        contractPage.pick({
          id: true,
          number: true,
          kind: true,
          state: true,
          amends: true,
          amountMinor: true,
          sealedAt: true,
        }),
      )
      .max(100),
  }),
});

export const getContract = endpoint({
  operationId: 'contracts.getContract',
  method: 'GET',
  path: '/contracts/:id',
  tag,
  summary: 'A contract of one’s own deal',
  params: contractParams,
  response: contractPage,
  versioned: true,
});

export const updateContract = endpoint({
  operationId: 'contracts.updateContract',
  method: 'PUT',
  path: '/contracts/:id',
  tag,
  summary: 'Change the terms of a draft; either party may',
  params: contractParams,
  body: z.strictObject({ terms: contractTerms }),
  response: contractPage,
  versioned: true,
});

export const issueContract = endpoint({
  operationId: 'contracts.issueContract',
  method: 'PUT',
  path: '/contracts/:id/issue',
  tag,
  summary: 'Fix a draft: from now on its bytes are what both parties sign',
  params: contractParams,
  response: contractPage,
  versioned: true,
});

export const recallContract = endpoint({
  operationId: 'contracts.recallContract',
  method: 'PUT',
  path: '/contracts/:id/recall',
  tag,
  summary:
    'Make an issued contract a draft again, as long as not both have signed; signatures given count no more',
  params: contractParams,
  response: contractPage,
  versioned: true,
});

export const amendContract = endpoint({
  operationId: 'contracts.amendContract',
  method: 'POST',
  path: '/contracts/:id/amendments',
  tag,
  summary: 'Draft an amendment of a signed contract',
  params: contractParams,
  response: contractPage,
  status: 201,
  versioned: true,
});

export const previewContract = endpoint({
  operationId: 'contracts.previewContract',
  method: 'GET',
  path: '/contracts/:id/document',
  tag,
  summary: 'The document as PDF: a draft marked as one, the bytes to be signed, or the sealed file',
  params: contractParams,
  produces: 'application/pdf',
});

/** What a browser needs to sign with a passkey: the challenge is made of the document's digest. */
const passkeyOptions = z.object({
  challenge: z.string(),
  rpId: z.string(),
  timeout: z.int(),
  userVerification: z.literal('required'),
  allowCredentials: z
    .array(
      z.object({ id: z.string(), type: z.literal('public-key'), transports: z.array(z.string()).max(10) }),
    )
    .max(50),
});

export const prepareSigning = endpoint({
  operationId: 'contracts.prepareSigning',
  method: 'POST',
  path: '/contracts/:id/signing',
  tag,
  summary: 'How the person who asks can sign: with which passkeys, or with password and code',
  params: contractParams,
  response: z.object({
    documentSha256: sha256,
    /** Null where the person has no passkey. */
    passkey: z.object({ challengeId: idSchema, options: passkeyOptions }).nullable(),
    /** Whether the second step is on, without which a password doesn't sign. */
    password: z.boolean(),
  }),
});

const base64url = formed('base64url', /^[A-Za-z0-9_-]{1,20000}$/);
/** An assertion as browsers give it (WebAuthn Level 3, AuthenticationResponseJSON). */
const passkeyAnswer = z.object({
  id: base64url,
  rawId: base64url,
  type: z.literal('public-key'),
  response: z.object({
    clientDataJSON: base64url,
    authenticatorData: base64url,
    signature: base64url,
    userHandle: base64url.optional(),
  }),
  clientExtensionResults: z.record(z.string(), z.unknown()).default({}),
  authenticatorAttachment: z.string().max(40).nullish(),
});

export const signContract = endpoint({
  operationId: 'contracts.signContract',
  method: 'POST',
  path: '/contracts/:id/signatures',
  tag,
  summary: 'Sign the bytes with this digest, in the name of one’s organisation, proving again who one is',
  params: contractParams,
  body: z.strictObject({
    documentSha256: sha256,
    proof: z.discriminatedUnion('method', [
      z.strictObject({ method: z.literal('passkey'), challengeId: idSchema, answer: passkeyAnswer }),
      z.strictObject({
        method: z.literal('password'),
        password: z.string().min(1).max(128),
        code: formed('totp', /^\d{6}$/),
      }),
    ]),
  }),
  response: contractPage,
  versioned: true,
});

export const largestDocument = 10 * 1024 * 1024;

/**
 * What a file or a number is. `unchanged`: the sealed file, byte for byte. `unsealed`: the document that was signed, without its
 * seal and certificate. `changed`: sealed by the alliance, and bytes are others since. `added`: as it was sealed, and more behind it.
 * `foreign`: sealed by somebody else. `unsigned`: issued and not signed by both (yet).
 * `void`: issued, and its deal ended before both had signed. `unknown`: nothing of ours.
 */
export const verifyStates = [
  'unchanged',
  'unsealed',
  'changed',
  'added',
  'foreign',
  'unreadable',
  'unsigned',
  'void',
  'unknown',
] as const;

const verified = z.object({
  state: z.enum(verifyStates),
  /** The contract it is, or was before it was changed. */
  contract: z
    .object({
      number: contractNumber,
      kind: contractKind,
      issuedAt: instant,
      sealedAt: instant.nullable(),
      documentSha256: sha256,
      sealedSha256: sha256.nullable(),
      amended: z.boolean(),
      /** Names of the parties and of who signed: only for who holds the unchanged file. */
      parties: z.array(names).max(2).nullable(),
      signatures: z.array(z.object({ at: instant, method: z.enum(proofMethods) })).max(2),
    })
    .nullable(),
});
export type Verified = z.output<typeof verified>;

export const verifyDocument = endpoint({
  operationId: 'contracts.verifyDocument',
  method: 'POST',
  path: '/verify',
  tag,
  summary: 'Whose a PDF is, when it was signed, and whether a byte was changed; the file is not kept',
  response: verified,
  upload: { maxBytes: largestDocument },
});

export const verifyNumber = endpoint({
  operationId: 'contracts.verifyNumber',
  method: 'GET',
  path: '/verify',
  tag,
  summary: 'What the code on a page says: whether there is such a contract, from when, and its digests',
  query: z.strictObject({ number: contractNumber, code: plainText(64) }),
  response: verified,
});
