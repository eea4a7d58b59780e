import { rebuildSearch } from '../modules/catalogue/index.ts';
import { message, terminalLanguage } from '../platform/i18n/messages.ts';
import type { Told } from './report.ts';
import { withApp } from './with-app.ts';

export const reindexCommand = (): Promise<Told> =>
  withApp(async (app) => {
    const products = await rebuildSearch(app.database.db);
    return { lines: [message(terminalLanguage, 'cli.reindexed', { products })], value: { products } };
  });
