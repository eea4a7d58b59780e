import type { PlanLeg, PlanRoad, PlanRoads } from '@jiechuan/contract';
import { inLanguage } from '../../ui/text.ts';
import { drawChart, type RoadChart } from './road-chart.server.ts';
import { drawRoad, type RoadDrawing } from './road-map.server.ts';

/** What a road is best at among those on which the goods last. */
const bests = {
  fastest: ({ arrivesAt }: PlanRoad) => Date.parse(arrivesAt),
  cheapest: ({ costFen }: PlanRoad) => costFen,
  greenest: ({ co2eGrams }: PlanRoad) => co2eGrams,
  freshest: ({ lifeLeftDays }: PlanRoad) => -(lifeLeftDays ?? 0),
  fewestTransfers: ({ transfers }: PlanRoad) => transfers,
} as const;
export type Best = keyof typeof bests;

export type RoadRow = Omit<PlanRoad, 'legs'> & { modes: string[]; bests: Best[]; beaten: boolean };

interface Place {
  id: string;
  name: string;
  country: string;
  timeZone: string;
}
export type ShownLeg = Omit<PlanLeg, 'from' | 'to'> & { from: Place; to: Place };

export interface RoadsView {
  chosen: string | null;
  leastShort: string | null;
  /** The road that map, timeline and chart show: the one asked for, else the chosen, else the one that fails least. */
  shown: RoadRow | null;
  legs: ShownLeg[];
  /** Roads to choose among, by arrival. */
  few: RoadRow[];
  /** Roads by modes that no road of the front keeps to, to be compared and not to be taken. */
  beaten: RoadRow[];
  frontSize: number;
  map: RoadDrawing | null;
  chart: RoadChart | null;
  reasons: PlanRoads['reasons'];
  refusedServices: PlanRoads['refusedServices'];
  life: PlanRoads['life'];
}

/**
 * The roads as a page shows them: of up to 2,000 roads and 5,000 legs only what is drawn or chosen among reaches
 * the browser.
 * @param asked key of the road to look at, from the page's address
 */
export function viewRoads(roads: PlanRoads, asked: string | null, language: string): RoadsView {
  const hubs = new Map(roads.hubs.map((hub) => [hub.id, hub]));
  const byKey = new Map([...roads.front, ...roads.beaten].map((road) => [road.key, road]));
  const beaten = new Set(roads.beaten.map(({ key }) => key));
  const shown =
    byKey.get(asked ?? '') ?? byKey.get(roads.chosen ?? '') ?? byKey.get(roads.leastShort ?? '') ?? null;
  const pickable = new Set(
    [...roads.readable, roads.chosen, roads.leastShort, shown?.key].filter((key) => typeof key === 'string'),
  );
  const lasting = roads.front.filter(({ daysShort }) => daysShort === 0);
  const least = Object.fromEntries(
    Object.entries(bests).map(([name, of]) => [
      name,
      lasting.reduce((low, road) => Math.min(low, of(road)), Infinity),
    ]),
  ) as Record<Best, number>;
  const row = ({ legs, ...road }: PlanRoad): RoadRow => ({
    ...road,
    modes: [...new Set(legs.map((place) => roads.legs[place]!.mode))],
    beaten: beaten.has(road.key),
    bests:
      road.daysShort > 0 || beaten.has(road.key)
        ? []
        : (Object.keys(bests) as Best[]).filter(
            (name) =>
              bests[name]({ ...road, legs }) === least[name] &&
              (name !== 'freshest' || road.lifeLeftDays !== null),
          ),
  });
  const place = (id: string): Place => {
    const hub = hubs.get(id);
    return {
      id,
      name: hub ? inLanguage(hub.names, language).text : id,
      country: hub?.country ?? '',
      timeZone: hub?.timeZone ?? 'UTC',
    };
  };
  const shownLegs = shown?.legs.map((at) => roads.legs[at]!) ?? [];
  return {
    chosen: roads.chosen,
    leastShort: roads.leastShort,
    shown: shown && row(shown),
    legs: shownLegs.map((leg) => ({ ...leg, from: place(leg.from), to: place(leg.to) })),
    few: roads.front.filter(({ key }) => pickable.has(key)).map(row),
    beaten: roads.beaten.map(row),
    frontSize: roads.frontSize,
    map: drawRoad(shownLegs, hubs, language),
    chart: drawChart(roads.front, pickable),
    reasons: roads.reasons,
    refusedServices: roads.refusedServices,
    life: roads.life,
  };
}
