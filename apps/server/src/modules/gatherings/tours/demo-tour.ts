import { tourCities, type TourCity } from '@jiechuan/contract';
import { v7 } from 'uuid';
import type { Db } from '../../../platform/db/database.ts';
import { addDays, today } from '../../../platform/today.ts';
import { cityOfDivision } from '../../freight/index.ts';
import { proposedPlan } from './plan-tour.ts';
import { stopsOf, touchTour } from './tour.sql.ts';
import { tours } from './tables.ts';

/** As much of a demo organisation as a tour needs. */
interface DemoHost {
  id: string;
  kind: string;
  placeCode: string | null;
}

/** Where the demo tour goes, in the order in which its hosts are added. */
const route: readonly TourCity[] = ['chengdu', 'meishan', 'zigong', 'neijiang', 'ziyang'];

const cityOf = ({ placeCode }: DemoHost): TourCity | undefined => {
  const city = placeCode === null ? null : cityOfDivision(placeCode);
  return tourCities.find((one) => one === city);
};

/** A drafted tour to look at, two months ahead: a host in each of five cities as far as there is one, ordered, nobody asked. */
export async function insertDemoTour(trx: Db, organisations: readonly DemoHost[]): Promise<void> {
  const keeper = organisations.find(({ kind }) => kind === 'association');
  const makers = organisations.filter(({ kind }) => kind === 'enterprise');
  const hosts = route.flatMap((city) => makers.find((one) => cityOf(one) === city) ?? []);
  if (!keeper || hosts.length === 0) return;
  const first = addDays(today(), 60);
  const tour = await tours(trx)
    .insertInto('tour')
    .values({
      id: v7(),
      organisation_id: keeper.id,
      title: '示范考察 Demo tour',
      guests: JSON.stringify({
        organisationId: null,
        name: 'Demo delegation',
        country: 'HU',
        language: 'en',
        visitors: 8,
        persons: [],
      }),
      first_day: first,
      last_day: addDays(first, 2),
      start_city: 'chengdu',
      end_city: 'chengdu',
      limits: JSON.stringify({
        starts: 480,
        ends: 1140,
        maxTravel: 300,
        maxVisits: 3,
        meals: [{ from: 690, to: 840, minutes: 60 }],
      }),
      funding: 'shared',
      inviter: '示范邀请方 Demo inviter',
      state: 'draft',
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  await tours(trx)
    .insertInto('tour_stop')
    .values(
      hosts.map((host, at) => ({
        id: v7(),
        tour_id: tour.id,
        organisation_id: host.id,
        name: null,
        city: cityOf(host)!,
        minutes: 90,
        hours: JSON.stringify([{ weekdays: '1234567', opens: 540, closes: 1080 }]),
        capacity: 20,
        must: at === 0,
        wish: 3,
        languages: at % 2 === 0 ? ['zh-CN', 'en'] : ['zh-CN'],
        samples: at === 1 ? ('chilled' as const) : null,
      })),
    )
    .execute();
  await touchTour(trx, tour.id, { plan: proposedPlan(tour, await stopsOf(trx, tour.id)) });
}
