import type { Migrations } from '../../platform/db/migrate.ts';
import type { Module } from '../../platform/module.ts';
import { toursPart } from './tours/index.ts';

export { insertDemoTour } from './tours/demo-tour.ts';

export const gatheringsMigrations: Migrations = { ...toursPart.migrations };

/** Where members and guests meet: inspection tours. */
export const gatheringsModule = (): Module => ({
  name: 'gatherings',
  migrations: gatheringsMigrations,
  policy: { ...toursPart.policy },
  routes(mount) {
    toursPart.mount(mount);
  },
});
