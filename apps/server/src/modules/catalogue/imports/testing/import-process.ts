import pino from 'pino';
import { createApp } from '../../../../app.ts';
import { readConfig } from '../../../../platform/config.ts';
import { workImport } from '../work-import.ts';

/** A server of its own that works one import and says each committed row: there to be killed. */
const [connectionString, dataDir, importId, attempt] = process.argv.slice(2) as [
  string,
  string,
  string,
  string,
];
const app = await createApp({
  config: { ...readConfig({}), dataDir },
  connectionString,
  log: pino({ level: 'fatal' }),
  workers: false,
});
await workImport(app.ground, { importId, attempt: Number(attempt) }, (row) =>
  process.stdout.write(`${row}\n`),
);
process.stdout.write(`peak ${process.resourceUsage().maxRSS}\n`);
await app.close();
