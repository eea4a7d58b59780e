import { message, terminalLanguage } from '../platform/i18n/messages.ts';
import { seed, type SeedOptions } from '../seed.ts';
import type { Told } from './report.ts';
import { withApp } from './with-app.ts';

export const seedCommand = (options: SeedOptions): Promise<Told> =>
  withApp(async (app) => {
    const organisations = await seed(app, options);
    const value = {
      organisations: organisations.length,
      enterprises: options.enterprises,
      products: options.products,
    };
    return { lines: [message(terminalLanguage, 'cli.seeded', value)], value };
  });
