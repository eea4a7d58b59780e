import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { App } from './app.ts';
import { insertDemoCeremony } from './modules/board/index.ts';
import { demoProducts, insertDemoProducts } from './modules/catalogue/index.ts';
import { insertDemoGathering, insertDemoTour } from './modules/gatherings/index.ts';
import { insertDemoDemands } from './modules/matching/index.ts';
import {
  demoOrganisations,
  insertDemoOrganisations,
  type DemoOrganisation,
} from './modules/members/index.ts';
import { insertDemoRelations } from './modules/network/index.ts';
import { defineProblems, Problem } from './platform/errors.ts';

export const seedProblems = defineProblems('seed', { notEmpty: 409 });

export interface SeedOptions {
  enterprises: number;
  products: number;
  randomSeed: number;
}

/** What the first start loads. */
const firstTime: SeedOptions = { enterprises: 1000, products: 10_000, randomSeed: 1 };

type Say = (code: string, params?: Record<string, string | number>) => void;

/**
 * Loads the demo alliance into an empty database while the server already answers. /readyz waits for it from before the
 * server listens, so that at no moment it seems ready before it is.
 */
export async function seedFirstTime(app: App, say: Say, listen: () => Promise<void>): Promise<void> {
  app.readiness.wait('demo', '0');
  await listen();
  if (!app.ground.config.demo || !(await isEmpty(app))) {
    app.readiness.done('demo');
    return;
  }
  const began = performance.now();
  say('seeding', { enterprises: firstTime.enterprises, products: firstTime.products });
  const organisations = await seed(app, firstTime, (done) =>
    app.readiness.wait('demo', `${done} / ${firstTime.products}`),
  );
  await makeDemoPeople(app, organisations, say);
  app.readiness.done('demo');
  say('seeded', { seconds: Math.round((performance.now() - began) / 1000) });
}

const isEmpty = async (app: App): Promise<boolean> =>
  (await app.database.db.selectFrom('setting').select('key').where('key', '=', 'demo').executeTakeFirst()) ===
    undefined && (await app.database.pool.query('select from organisation limit 1')).rowCount === 0;

/**
 * Builds the demo alliance in one transaction: all of it or nothing.
 * @throws Problem seed.notEmpty where organisations are already
 */
export async function seed(
  app: App,
  options: SeedOptions,
  onProgress: (done: number) => void = () => {},
): Promise<DemoOrganisation[]> {
  if (!(await isEmpty(app))) throw new Problem(seedProblems.notEmpty);
  const organisations = demoOrganisations(options.enterprises, options.randomSeed);
  const makers = organisations.filter(({ kind }) => kind === 'enterprise');
  await app.database.db.transaction().execute(async (trx) => {
    await insertDemoOrganisations(trx, organisations);
    await insertDemoRelations(trx, organisations, options.randomSeed);
    await insertDemoProducts(trx, demoProducts(options.products, options.randomSeed, makers), onProgress);
    await insertDemoDemands(trx, organisations, app.events);
    await insertDemoCeremony(trx);
    await insertDemoTour(trx, organisations);
    await insertDemoGathering(trx, organisations);
    await trx
      .insertInto('setting')
      .values({ key: 'demo', value: JSON.stringify(options) })
      .execute();
  });
  // The planner has never seen these tables filled.
  await app.database.pool.query('analyze');
  return organisations;
}

/** One person of each kind to sign in as, all with one password that is made anew for each data folder. */
async function makeDemoPeople(app: App, organisations: readonly DemoOrganisation[], say: Say): Promise<void> {
  const password = randomBytes(9).toString('base64url');
  const kinds = ['secretariat', 'enterprise', 'merchant', 'association', 'council', 'observer'] as const;
  const lines: string[] = [];
  for (const kind of kinds) {
    const organisation = organisations.find((one) => one.kind === kind);
    if (!organisation) continue;
    const email = `${kind}@demo.example`;
    const { userId } = await app.auth.createUser({ email, name: `Demo ${kind}`, password });
    await app.database.db.transaction().execute((trx) =>
      app.auth.createOwner(trx, {
        id: organisation.id,
        name: organisation.names['en'] ?? kind,
        ownerUserId: userId,
      }),
    );
    lines.push(`${email}  ${password}`);
  }
  const file = path.join(app.ground.config.dataDir, 'demo-accounts.txt');
  writeFileSync(file, `${lines.join('\n')}\n`, { mode: 0o600 });
  say('account', { email: 'secretariat@demo.example', password, file });
}
