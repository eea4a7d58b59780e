import { spawn } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { ContractPage, Deal } from '@jiechuan/contract';
import { expect, inject, onTestFinished, test } from 'vitest';
import type { Actor } from '../../../platform/actor.ts';
import { startRealApp } from '../../accounts/testing/real-app.ts';
import { agreedDeal, ask, issuedContract, sign, signer } from './testing/signers.ts';

const program = path.join(import.meta.dirname, 'testing/signing-process.ts');

test(
  'a server killed between the seal and the commit has signed nothing; signing again seals once',
  { timeout: 120_000 },
  async () => {
    const real = await startRealApp(inject('postgres'));
    onTestFinished(() => real.close());
    const [seller, buyer] = [await signer(real), await signer(real)];
    for (const one of [seller, buyer]) await one.secondStep();
    const dealId = await agreedDeal(seller, buyer);
    const issued = await issuedContract(seller, dealId);
    await sign(seller, issued);
    const { dataDir } = real.app.ground.config;
    const kept = () => readdir(path.join(dataDir, 'files', 'contract'));
    expect(await kept()).toHaveLength(1);

    const actor: Actor = {
      userId: buyer.userId,
      userName: 'Buyer',
      organisationId: buyer.organisationId,
      organisationRole: 'owner',
      role: 'enterprise',
      scopes: null,
      language: 'en',
      ip: '10.9.8.7',
      requestId: 'killed',
    };
    const given = JSON.stringify({ actor, id: issued.id, documentSha256: issued.documentSha256 });
    const child = spawn(process.execPath, [program, real.databaseUrl, dataDir, given], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    for await (const line of createInterface({ input: child.stdout })) {
      expect(line).toBe('sealed');
      child.kill('SIGKILL');
    }
    // The file of the seal that came to nothing lies there; no row names it.
    expect(await kept()).toHaveLength(2);
    const between = await ask<ContractPage>(seller, `/contracts/${issued.id}`);
    expect(between).toMatchObject({ state: 'issued', sealedSha256: null, signatures: [expect.anything()] });
    expect(await ask<Deal>(seller, `/deals/${dealId}`)).toMatchObject({ stage: 'contract' });

    expect((await sign(buyer, issued)).status).toBe(200);
    const done = await ask<ContractPage>(seller, `/contracts/${issued.id}`);
    expect(done.signatures).toHaveLength(2);
    expect(await kept()).toContain(done.sealedSha256);
    const deal = await ask<Deal>(seller, `/deals/${dealId}`);
    expect(deal.moves.filter(({ to }) => to === 'signed')).toHaveLength(1);
  },
);
