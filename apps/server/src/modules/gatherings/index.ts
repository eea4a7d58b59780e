import type { Module } from '../../platform/module.ts';
import { gatheringTopics, readStamps } from './meetings/get-agenda.ts';
import { seekSchedule, solveQueue, type SolveJob } from './meetings/solve-schedule.ts';
import { gatheringsMigrations } from './migrations/index.ts';
import { gatheringsPolicy } from './policy.ts';
import { mountGatherings } from './routes.ts';
import { tellCancelled, tellCancelledQueue, type Cancelled } from './tell.ts';
import { toursPart } from './tours/index.ts';
import type { GatheringsWiring } from './wiring.ts';

export { insertDemoGathering } from './demo-gathering.ts';
export { gatheringsMigrations } from './migrations/index.ts';
export { insertDemoTour } from './tours/demo-tour.ts';

/** Where members and guests meet: fairs and other gatherings with their meetings, and inspection tours. */
export const gatheringsModule = (wiring: GatheringsWiring): Module => ({
  name: 'gatherings',
  migrations: gatheringsMigrations,
  policy: { ...gatheringsPolicy, ...toursPart.policy },
  routes(mount, ground) {
    mountGatherings(mount, { ...ground, ...wiring });
    toursPart.mount(mount, { ...ground, ...wiring });
  },
  listen(ground) {
    const { events, live, db } = ground;
    events.work<Cancelled>(tellCancelledQueue, (cancelled) => tellCancelled(ground, cancelled));
    // One search at a time: each keeps both processors busy.
    events.work<SolveJob>(solveQueue, (job) => seekSchedule(ground, job));
    live.declare(gatheringTopics, 'gathering_changed', readStamps(db));
  },
});
