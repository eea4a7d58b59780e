import {
  Duration,
  Query as MinotorQuery,
  Router as MinotorRouter,
  StopsIndex,
  Time,
  Timetable,
  type LocationType,
  type ServiceRoute,
} from 'minotor';
import {
  DepartAfterQuery,
  JourneyFactory,
  RangeQuery,
  RaptorAlgorithmFactory,
  Service,
  type Trip,
} from 'raptor-journey-planner';
import type { Leg, Network, Query } from '../../packages/engines/routing/src/index.ts';

/**
 * Two routers by others on the same network. Both look for arrival and transfers only. Their seconds are our minutes.
 * A route of theirs is what goes from one hub to another: none overtakes, as they ask for.
 */
export interface Peer {
  name: string;
  /** The earliest arrival, Infinity for none. */
  earliest(query: Query): number;
}

// Times are compared by < and >=; as the package has no valueOf for them they would be compared as texts.
Object.defineProperty(Time.prototype, 'valueOf', {
  value(this: Time) {
    return this.toSeconds();
  },
});

function routesOf(network: Network): Leg[][] {
  const routes = Map.groupBy(
    network.legs.toSorted((a, b) => a.depart - b.depart),
    (leg) => `${leg.from}>${leg.to}`,
  );
  return [...routes.values()];
}

export function minotor(network: Network): Peer {
  const transfer = new Map(network.hubs.map(({ id, minTransfer }) => [id, minTransfer]));
  const routes = routesOf(network);
  const regular = { pickUpType: 'REGULAR', dropOffType: 'REGULAR' } as const;
  // It knows no time for changing at one stop: who arrives is there when the change is made, and that is taken off again.
  const routesAdjacency = new Map(
    routes.map((legs, at) => [
      String(at),
      {
        stopTimes: legs.flatMap(({ depart, arrive, to }) => [
          { arrival: Time.fromSeconds(depart), departure: Time.fromSeconds(depart), ...regular },
          {
            arrival: Time.fromSeconds(arrive + transfer.get(to)!),
            departure: Time.fromSeconds(arrive + transfer.get(to)!),
            ...regular,
          },
        ]),
        stops: [legs[0]!.from, legs[0]!.to],
        stopIndices: new Map([
          [legs[0]!.from, 0],
          [legs[0]!.to, 1],
        ]),
        serviceRouteId: 'freight',
      },
    ]),
  );
  const stopsAdjacency = new Map(
    network.hubs.map(({ id }) => [
      id,
      {
        transfers: [],
        routes: routes.flatMap(([first], at) => (first!.from === id || first!.to === id ? [String(at)] : [])),
      },
    ]),
  );
  const services = new Map<string, ServiceRoute>([['freight', { type: 'RAIL', name: 'freight' }]]);
  const locationType: LocationType = 'SIMPLE_STOP_OR_PLATFORM';
  const stops = new Map(network.hubs.map(({ id }) => [id, { id, name: id, children: [], locationType }]));
  const router = new MinotorRouter(
    new Timetable(stopsAdjacency, routesAdjacency, services),
    new StopsIndex(stops),
  );
  return {
    name: 'minotor',
    earliest({ from, to, readyAt }) {
      const asked = new MinotorQuery.Builder()
        .from(from)
        .to(to)
        .departureTime(Time.fromSeconds(readyAt))
        .maxTransfers(network.hubs.length)
        .minTransferTime(Duration.zero())
        .build();
      const reached = router.route(asked).arrivalAt(to);
      return reached ? reached.time.toSeconds() - transfer.get(to)! : Infinity;
    },
  };
}

/** `everyDeparture` is its range query: the number of journeys from a ready time to the end of a window. */
export function raptor(network: Network): Peer & { everyDeparture(query: Query, end: number): number } {
  const always = new Service(
    0,
    99_999_999,
    { 0: true, 1: true, 2: true, 3: true, 4: true, 5: true, 6: true },
    {},
  );
  const trips: Trip[] = network.legs.map(({ id, from, to, depart, arrive }) => ({
    tripId: id,
    serviceId: 'always',
    service: always,
    stopTimes: [
      { stop: from, arrivalTime: depart, departureTime: depart, pickUp: true, dropOff: false },
      { stop: to, arrivalTime: arrive, departureTime: arrive, pickUp: false, dropOff: true },
    ],
  }));
  const interchange = Object.fromEntries(network.hubs.map(({ id, minTransfer }) => [id, minTransfer]));
  const algorithm = RaptorAlgorithmFactory.create(trips, {}, interchange);
  const journeys = new JourneyFactory();
  const once = new DepartAfterQuery(algorithm, journeys, 1);
  const range = new RangeQuery(algorithm, journeys, 1);
  // Minute 0 counts as no time at all there, so everything is a minute later than nothing: queries begin at 1 or later.
  return {
    name: 'raptor-journey-planner',
    earliest: ({ from, to, readyAt }) =>
      once
        .plan(from, to, new Date(0), readyAt)
        .reduce((least, { arrivalTime }) => Math.min(least, arrivalTime), Infinity),
    everyDeparture: ({ from, to, readyAt }, end) => range.plan(from, to, new Date(0), readyAt, end).length,
  };
}
