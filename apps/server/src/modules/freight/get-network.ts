import type {
  getNetwork as endpoint,
  listEmissionFactors,
  QueryOf,
  ResponseOf,
  TransportMode,
} from '@jiechuan/contract';
import { transportModes } from '@jiechuan/contract';
import type { Db } from '../../platform/db/database.ts';
import { emissionFactors, emissionSource } from './emissions.ts';
import { hubsByIds } from './hub.sql.ts';
import { waysOf } from './service.sql.ts';

const most = 2000;

/** The network as a map draws it: hubs that lie on a way, and the ways. */
export async function getNetwork(
  trx: Db,
  query: QueryOf<typeof endpoint>,
): Promise<ResponseOf<typeof endpoint>> {
  const ways = await waysOf(trx, query, most);
  const hubs = await hubsByIds(
    trx,
    ways.flatMap((way) => [way.from_hub_id, way.to_hub_id]),
  );
  const drawn = ways.filter(
    (way) => hubs.get(way.from_hub_id)!.state === 'active' && hubs.get(way.to_hub_id)!.state === 'active',
  );
  const used = new Set(drawn.flatMap((way) => [way.from_hub_id, way.to_hub_id]));
  const servicesOf = (mode: TransportMode) =>
    drawn.filter((way) => way.mode === mode).reduce((sum, way) => sum + way.services, 0);
  return {
    hubs: [...hubs.values()]
      .filter(({ id }) => used.has(id))
      .slice(0, most)
      .map(({ id, code, names, country, kind, latitude, longitude }) => ({
        id,
        code,
        names,
        country,
        kind,
        latitude,
        longitude,
      })),
    ways: drawn.map((way) => ({
      fromHubId: way.from_hub_id,
      toHubId: way.to_hub_id,
      mode: way.mode,
      weeklyDepartures: way.departures,
    })),
    counts: transportModes.map((mode) => ({ mode, services: servicesOf(mode) })),
  };
}

/** What a tonne-kilometre emits, and who says so. */
export const presentEmissionFactors = (): ResponseOf<typeof listEmissionFactors> => ({
  source: emissionSource,
  items: emissionFactors.map((factor) => ({ ...factor, wellToWheel: factor.direct + factor.upstream })),
});
