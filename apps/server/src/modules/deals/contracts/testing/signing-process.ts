import pino from 'pino';
import { createApp } from '../../../../app.ts';
import type { Actor } from '../../../../platform/actor.ts';
import { readConfig } from '../../../../platform/config.ts';
import { readSealingKey } from '../../../../platform/seal/index.ts';
import { signContract } from '../sign-contract.ts';

/**
 * A server of its own that signs a contract, says `sealed` when the sealed file lies in the store, and then waits with its
 * transaction open: there to be killed.
 */
const [connectionString, dataDir, given] = process.argv.slice(2) as [string, string, string];
const { actor, id, documentSha256 } = JSON.parse(given) as {
  actor: Actor;
  id: string;
  documentSha256: string;
};
const config = { ...readConfig({}), dataDir };
const app = await createApp({ config, connectionString, log: pino({ level: 'fatal' }), workers: false });
// Who signs has proved it elsewhere: here a process dies.
const proofs = {
  ...app.auth.proofs,
  hasSecondStep: async () => true,
  byPassword: async () => ({ proved: true }),
};
const ground = { ...app.ground, proofs, sealingKey: () => readSealingKey(dataDir, undefined) };
await app.ground.db.transaction().execute(async (trx) => {
  const proof = { method: 'password', password: 'x', code: '000000' } as const;
  const { state } = await signContract(trx, actor, { id, documentSha256, proof, headers: {} }, ground);
  process.stdout.write(state === 'signed' ? 'sealed\n' : `${state}\n`);
  await new Promise((resolve) => setTimeout(resolve, 600_000));
});
