import type { Ground } from '../../../platform/module.ts';
import { importQueue, resumeImports, workImport, type ImportJob } from './work-import.ts';

const resumeQueue = 'catalogue.resume-imports';

/** The jobs of imports: two at a time, and every minute those that a stopped server left. */
export function listenForImports(ground: Ground): void {
  ground.events.work<ImportJob>(importQueue, (job) => workImport(ground, job), {
    concurrency: 2,
    expireInSeconds: 3600,
  });
  ground.events.work(resumeQueue, () => resumeImports(ground));
  ground.events.every('* * * * *', resumeQueue);
}
