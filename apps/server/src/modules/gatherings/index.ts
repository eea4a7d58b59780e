import type { Module } from '../../platform/module.ts';
import { gatheringTopics, readStamps } from './meetings/get-agenda.ts';
import { seekSchedule, solveQueue, type SolveJob } from './meetings/solve-schedule.ts';
import { gatheringsMigrations } from './migrations/index.ts';
import { gatheringsPolicy } from './policy.ts';
import { mountGatherings } from './routes.ts';
import { tellCancelled, tellCancelledQueue } from './tell.ts';

export { insertDemoGathering } from './demo-gathering.ts';
export { gatheringsMigrations } from './migrations/index.ts';

/** Fairs and other gatherings: who comes, whom they meet there and when. */
export const gatheringsModule = (): Module => ({
  name: 'gatherings',
  migrations: gatheringsMigrations,
  policy: gatheringsPolicy,
  routes: (mount, ground) => mountGatherings(mount, ground),
  listen(ground) {
    const { events, live, db } = ground;
    events.work<{ gatheringId: string }>(tellCancelledQueue, ({ gatheringId }) =>
      tellCancelled(ground, gatheringId),
    );
    // One search at a time: each keeps both processors busy.
    events.work<SolveJob>(solveQueue, (job) => seekSchedule(ground, job));
    live.declare(gatheringTopics, 'gathering_changed', readStamps(db));
  },
});
