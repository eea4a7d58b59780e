import { createHash, createSign, generateKeyPairSync, randomBytes, type KeyObject } from 'node:crypto';
import type { ContractPage, Deal } from '@jiechuan/contract';
import { v7 } from 'uuid';
import { totp } from '../../../../platform/testing/totp.ts';
import { addDays, today } from '../../../../platform/today.ts';
import { password, type Browser, type RealApp } from '../../../accounts/testing/real-app.ts';
import { admitEnterprise } from '../../../catalogue/testing/enterprise.ts';

/** A person who is signed in for real and owns an admitted organisation. */
export interface Signer {
  browser: Browser;
  userId: string;
  organisationId: string;
  /** Switches the second step on. */
  secondStep(): Promise<void>;
  /** What signs with password and code. */
  proof(): { method: 'password'; password: string; code: string };
  /** Registers a passkey kept in memory. */
  passkey(): Promise<SoftKey>;
}

export interface SoftKey {
  /** Signs a challenge as an authenticator that has verified its user. */
  answer(challenge: string): object;
}

export async function signer(real: RealApp): Promise<Signer> {
  const { browser } = await real.newPerson();
  const me = (await browser.ask('/api/v1/me')).json as { user: { id: string } };
  const userId = me.user.id;
  const organisationId = await admitEnterprise(real.app);
  await real.app.ground.db
    .transaction()
    .execute((trx) =>
      real.app.auth.createOwner(trx, { id: organisationId, name: 'Party', ownerUserId: userId }),
    );
  let secret = '';
  return {
    browser,
    userId,
    organisationId,
    async secondStep() {
      const { json } = await browser.auth('/two-factor/enable', { password });
      secret = new URL(String(json!['totpURI'])).searchParams.get('secret')!;
      await browser.auth('/two-factor/verify-totp', { code: totp(secret) });
    },
    proof: () => ({ method: 'password', password, code: totp(secret) }),
    async passkey() {
      const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
      const { x, y } = publicKey.export({ format: 'jwk' });
      const bytes = (part: string) => Buffer.from(part, 'base64url');
      // COSE_Key (RFC 9052): EC2, ES256, P-256.
      const cose = Buffer.concat([
        Buffer.from('a5010203262001215820', 'hex'),
        bytes(x!),
        Buffer.from('225820', 'hex'),
        bytes(y!),
      ]);
      const id = randomBytes(16).toString('base64url');
      await real.app.database.pool.query(
        `insert into auth_passkey (id, "publicKey", "userId", "credentialID", counter, "deviceType", "backedUp")
         values ($1, $2, $3, $4, 0, 'singleDevice', false)`,
        [v7(), cose.toString('base64'), userId, id],
      );
      return softKey(id, privateKey);
    },
  };
}

function softKey(id: string, privateKey: KeyObject): SoftKey {
  let counter = 0;
  return {
    answer(challenge) {
      const clientDataJSON = Buffer.from(
        JSON.stringify({ type: 'webauthn.get', challenge, origin: 'http://localhost:4000' }),
      );
      const count = Buffer.alloc(4);
      count.writeUInt32BE(++counter);
      const sha256 = (data: Buffer | string) => createHash('sha256').update(data).digest();
      // User present and verified.
      const authenticatorData = Buffer.concat([sha256('localhost'), Buffer.from([0x05]), count]);
      const signature = createSign('sha256')
        .update(authenticatorData)
        .update(sha256(clientDataJSON))
        .sign(privateKey);
      return {
        id,
        rawId: id,
        type: 'public-key',
        clientExtensionResults: {},
        response: {
          clientDataJSON: clientDataJSON.toString('base64url'),
          authenticatorData: authenticatorData.toString('base64url'),
          signature: signature.toString('base64url'),
        },
      };
    },
  };
}

/** Asks as a browser does; fails where it isn't answered with 2xx. */
export async function ask<T>(
  { browser }: Pick<Signer, 'browser'>,
  address: string,
  body?: object,
  more: Parameters<Browser['ask']>[2] = {},
): Promise<T> {
  const answer = await browser.ask(`/api/v1${address}`, body, more);
  if (answer.status >= 300) throw new Error(`${address}: ${answer.status} ${JSON.stringify(answer.json)}`);
  return answer.json as T;
}

const etag = (version: number) => ({ 'if-match': `"${version}"` });

/** A deal of two parties as far as both have agreed. @returns its id */
export async function agreedDeal(seller: Signer, buyer: Signer, kind = 'purchase'): Promise<string> {
  const { id } = await ask<Deal>(buyer, '/deals', {
    kind,
    title: '𠮷䶮 doubanjiang',
    market: 'HU',
    withOrganisation: seller.organisationId,
    ours: 'buyer',
    message: 'An inquiry.',
  });
  const lines = [
    { description: '𠮷䶮 doubanjiang 500 g', hs6: '210390', quantity: 500, unit: 'H87', unitPrice: 199 },
    { description: 'Chilli oil', hs6: '151590', quantity: 3, unit: 'LTR', unitPrice: 1 },
  ];
  await ask<Deal>(seller, `/deals/${id}/offers`, {
    lines,
    currency: 'EUR',
    incoterm: 'DAP',
    place: 'Budapest',
    payment: '30 % in advance',
    delivery: { earliest: addDays(today(), 20), latest: addDays(today(), 60) },
    expiresOn: addDays(today(), 10),
  });
  await ask<Deal>(buyer, `/deals/${id}/offers/1/accept`, {});
  return id;
}

/** The deal's contract, drafted and fixed. */
export async function issuedContract(seller: Signer, dealId: string, language = 'en'): Promise<ContractPage> {
  const draft = await ask<ContractPage>(seller, `/deals/${dealId}/contracts`, { language });
  return issue(seller, draft);
}

export const issue = (who: Signer, { id, version }: ContractPage): Promise<ContractPage> =>
  ask(who, `/contracts/${id}/issue`, undefined, { method: 'PUT', headers: etag(version) });

export const sign = (who: Signer, { id, documentSha256 }: ContractPage, proof: object = who.proof()) =>
  who.browser.ask(`/api/v1/contracts/${id}/signatures`, { documentSha256, proof });
