import { listProducts, searchAll as searchAllEndpoint, suggest as suggestEndpoint } from '@jiechuan/contract';
import pino from 'pino';
import { cataloguePolicy } from '../../apps/server/src/modules/catalogue/policy.ts';
import { createProductList } from '../../apps/server/src/modules/catalogue/search/index.ts';
import { keepIndex } from './keep-index.ts';
import { vocabularyTerms } from '../../apps/server/src/modules/catalogue/vocabulary/index.ts';
import { createMemberSearch } from '../../apps/server/src/modules/members/index.ts';
import { searchPolicy } from '../../apps/server/src/modules/search/policy.ts';
import { searchAll } from '../../apps/server/src/modules/search/search-all.ts';
import { suggest } from '../../apps/server/src/modules/search/suggest.ts';
import { systemActor } from '../../apps/server/src/platform/actor.ts';
import { readConfig } from '../../apps/server/src/platform/config.ts';
import { openDatabase, type Db } from '../../apps/server/src/platform/db/database.ts';
import { mountFor } from '../../apps/server/src/platform/http/mount.ts';
import { createServer } from '../../apps/server/src/platform/http/server.ts';
import { loadTerms } from '../../apps/server/src/platform/text/index.ts';

export interface Service {
  connectionString: string;
  /** Whether equal questions are answered from memory. */
  remember: boolean;
  /** Whether questions are worked out in memory, as they are where there aren't too many products; else by the database. */
  index: boolean;
  /** As many connections: each has touched the tables before it is measured. */
  clients: number;
}

/** The application's server with the list alone: the same hooks, checks and headers. */
async function openService(db: Db, { remember, index }: Service) {
  loadTerms(vocabularyTerms());
  const list = createProductList({ remember });
  if (index) await keepIndex(list, db);
  const members = createMemberSearch({ remember });
  const http = await createServer({
    ...readConfig({}),
    rateLimit: 1_000_000_000,
    logger: pino({ level: 'fatal' }),
  });
  http.addHook('onRequest', async (request) => {
    request.actor = { ...systemActor('bench'), language: request.language };
  });
  const mount = mountFor(http, db, { ...cataloguePolicy, ...searchPolicy });
  mount(listProducts, ({ trx, query }) => list.page(trx, query));
  mount(searchAllEndpoint, ({ trx, actor, query }) => searchAll(trx, actor, query, { list, members }));
  mount(suggestEndpoint, ({ trx, actor, query }) => suggest(trx, actor, query, { list, members }));
  return http;
}

const given = JSON.parse(process.argv[2]!) as Service;
const database = openDatabase(given.connectionString, { max: given.clients });
const service = await openService(database.db, given);
process.stdout.write(`${await service.listen({ port: 0, host: '127.0.0.1' })}\n`);
process.once('SIGTERM', () => void service.close().then(() => database.close()));
