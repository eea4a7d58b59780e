import { catalogueModule } from '../../apps/server/src/modules/catalogue/index.ts';
import type { Ground } from '../ground.ts';
import type { Result } from '../report.ts';
import { keepIndex } from './keep-index.ts';
import { judge, judgedProducts, summarise, type Judged } from './quality.ts';

const languages = { zh: 'Chinese', en: 'English', ru: 'Russian' } as const;

/** How well the judged queries are answered on the demo alliance. */
export async function benchQuality(ground: Ground): Promise<Result> {
  const app = await ground.openApp(await ground.demoDatabase());
  const { db } = app.ground;
  const { list } = catalogueModule();
  await keepIndex(list, db);
  const judged = await judge(await judgedProducts(db), async (q) => {
    const { items, total } = await list.find(db, { q, limit: 10 });
    return { skus: items.map(({ sku }) => sku), total };
  });
  await app.close();
  const row = (name: string, some: readonly Judged[]): string[] => {
    const { queries, ndcg, zeroResults, noise } = summarise(some);
    return [name, String(queries), ndcg.toFixed(3), `${(zeroResults * 100).toFixed(1)} %`, String(noise)];
  };
  const manners = [...new Set(judged.map(({ query }) => query.manner))].filter((manner) => manner !== 'none');
  return {
    title: 'Search quality',
    columns: ['Queries', 'How many', 'nDCG@10', 'Found nothing', 'Found something where nothing is'],
    rows: [
      row('all', judged),
      ...Object.entries(languages).map(([lang, name]) =>
        row(
          name,
          judged.filter(({ query }) => query.lang === lang),
        ),
      ),
      ...manners.map((manner) =>
        row(
          `manner: ${manner}`,
          judged.filter(({ query }) => query.manner === manner),
        ),
      ),
    ],
    notes: [
      'The judged queries of bench/search/query-rows.ts on 10,000 demo products; nDCG with exponential gain over the first ten answers, mean over queries that have an answer.',
    ],
  };
}
