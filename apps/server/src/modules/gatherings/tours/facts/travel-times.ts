import {
  tourCities,
  tourModes,
  type listTourTravelTimes,
  type ResponseOf,
  type TourCity,
} from '@jiechuan/contract';
import type { Problem } from '@jiechuan/tours';
import { cityPlaces } from './cities.ts';

export type TravelTime = ResponseOf<typeof listTourTravelTimes>['rows'][number];

/** From a host to the station, through its doors, and from the next station to the next host, minutes; added to every train. */
export const stationMinutes = 40;
/** From one host to another in the same city, or to the hotel, minutes. */
export const withinCity = 30;

const reckoned = {
  title: 'Jiechuan: great circle, detour and usual speed (docs/decisions/0015-tours.md)',
  url: null,
  date: '2026-11-26',
};
const yibinLine = {
  title: '自贡网：成自宜高铁正式开通（首趟 G8738：宜宾 10:08，自贡 10:32，成都东 11:19）',
  url: 'https://www.zgm.cn/content/658a35c948f2e',
  date: '2023-12-26',
};
const chengduChongqing = {
  title: 'Wikipedia: Chengdu–Chongqing intercity railway (journey time)',
  url: 'https://en.wikipedia.org/wiki/Chengdu%E2%80%93Chongqing_intercity_railway',
  date: '2025-01-01',
};
const southSichuan = {
  title:
    'ECNS: New railway forms high-speed network in Southern Sichuan (Neijiang, Zigong and Luzhou within 30 minutes)',
  url: 'http://en.people.cn/n3/2021/0630/c90000-9866839.html',
  date: '2021-06-30',
};

/** Minutes on board that somebody published, in both directions. */
const publishedRail: readonly [TourCity, TourCity, number, TravelTime['source']][] = [
  ['chengdu', 'zigong', 47, yibinLine],
  ['chengdu', 'yibin', 71, yibinLine],
  ['zigong', 'yibin', 24, yibinLine],
  ['chengdu', 'chongqing', 75, chengduChongqing],
  ['neijiang', 'zigong', 30, southSichuan],
  ['zigong', 'luzhou', 30, southSichuan],
  ['neijiang', 'luzhou', 30, southSichuan],
];

/** Seats without passenger trains. */
const withoutRail = new Set<TourCity>(['aba', 'garze', 'yaan', 'bazhong']);
/** Behind the rim of the basin: longer ways round, lower speeds. */
const inMountains = new Set<TourCity>([
  'aba',
  'garze',
  'liangshan',
  'panzhihua',
  'yaan',
  'guangyuan',
  'bazhong',
]);

const radians = Math.PI / 180;
/** Kilometres along the great circle (haversine, mean radius 6371 km). */
function greatCircle(from: TourCity, to: TourCity): number {
  const [fromLatitude, fromLongitude] = cityPlaces[from];
  const [toLatitude, toLongitude] = cityPlaces[to];
  const rise = Math.sin(((toLatitude - fromLatitude) * radians) / 2) ** 2;
  const turn = Math.sin(((toLongitude - fromLongitude) * radians) / 2) ** 2;
  const h = rise + Math.cos(fromLatitude * radians) * Math.cos(toLatitude * radians) * turn;
  return 2 * 6371 * Math.asin(Math.sqrt(h));
}

const toFive = (minutes: number) => Math.ceil(minutes / 5) * 5;

/** By road: 1.3 times the great circle at 75 km/h in the basin, 1.5 times at 60 km/h beyond it, and 20 minutes in towns. */
function roadMinutes(from: TourCity, to: TourCity): number {
  const hard = inMountains.has(from) || inMountains.has(to);
  const km = greatCircle(from, to) * (hard ? 1.5 : 1.3);
  return toFive((km / (hard ? 60 : 75)) * 60 + 20);
}

/** By rail: 1.4 times the great circle at 120 km/h with stops and changes, at 90 km/h beyond the basin; `stationMinutes` more. */
function railMinutes(from: TourCity, to: TourCity): number {
  const hard = inMountains.has(from) || inMountains.has(to);
  return toFive(((greatCircle(from, to) * 1.4) / (hard ? 90 : 120)) * 60 + 15 + stationMinutes);
}

/** Door to door in minutes, each pair of cities once in each direction; what nobody published is reckoned and says so. */
export const travelTimes: readonly TravelTime[] = tourCities.flatMap((from) =>
  tourCities
    .filter((to) => to !== from)
    .flatMap((to): TravelTime[] => {
      const road: TravelTime = {
        from,
        to,
        mode: 'road',
        minutes: roadMinutes(from, to),
        confidence: 'estimated',
        source: reckoned,
      };
      if (withoutRail.has(from) || withoutRail.has(to)) return [road];
      const published = publishedRail.find(
        ([one, other]) => (one === from && other === to) || (one === to && other === from),
      );
      return [
        road,
        published
          ? {
              from,
              to,
              mode: 'rail',
              minutes: toFive(published[2] + stationMinutes),
              confidence: 'published',
              source: published[3],
            }
          : {
              from,
              to,
              mode: 'rail',
              minutes: railMinutes(from, to),
              confidence: 'estimated',
              source: reckoned,
            },
      ];
    }),
);

const byWay = new Map(travelTimes.map((row) => [`${row.mode}/${row.from}/${row.to}`, row]));

/** How sure a leg's minutes are; within a city they are reckoned. */
export const confidenceOf = (
  mode: TravelTime['mode'],
  from: TourCity,
  to: TourCity,
): TravelTime['confidence'] => byWay.get(`${mode}/${from}/${to}`)?.confidence ?? 'estimated';

/** The engine's tables: indices are those of `tourCities`. */
export const travelTables: Problem['travel'] = Object.fromEntries(
  tourModes.map((mode) => [
    mode,
    tourCities.map((from) =>
      tourCities.map((to) =>
        from === to
          ? mode === 'road'
            ? withinCity
            : null
          : (byWay.get(`${mode}/${from}/${to}`)?.minutes ?? null),
      ),
    ),
  ]),
) as unknown as Problem['travel'];
