import type { listDepartures as endpoint, QueryOf, ResponseOf } from '@jiechuan/contract';
import type { Db } from '../../platform/db/database.ts';
import { Problem, problems } from '../../platform/errors.ts';
import { departures } from './departures.ts';
import { findHub, hubsByIds } from './hub.sql.ts';
import { presentHubBrief } from './present.ts';
import { servicesFrom } from './service.sql.ts';

const most = 500;
const everyDay = [1, 2, 3, 4, 5, 6, 7];

/**
 * What leaves a hub, from a local midnight on.
 * @throws Problem platform.notFound
 */
export async function listDepartures(
  trx: Db,
  { id, from, days }: { id: string } & QueryOf<typeof endpoint>,
  now: Date,
): Promise<ResponseOf<typeof endpoint>> {
  const hub = await findHub(trx, id);
  if (!hub) throw new Problem(problems.notFound);
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: hub.zone }).format(now);
  const first = from ?? today;
  const dayAfter = (count: number) =>
    new Date(Date.parse(first) + count * 86_400_000).toISOString().slice(0, 10);
  // Local midnights are found as the departures of a service at 00:00 would be.
  const midnights = departures(
    { weekdays: everyDay, departure: '00:00', zone: hub.zone, validFrom: first, validUntil: dayAfter(days) },
    Date.parse(first) - 2 * 86_400_000,
    Date.parse(first) + (days + 2) * 86_400_000,
  );
  const [start, end] = [midnights[0]!.at, midnights.at(-1)!.at];
  const services = hub.state === 'active' ? await servicesFrom(trx, id, first, dayAfter(days)) : [];
  const hubs = await hubsByIds(
    trx,
    services.map((service) => service.to_hub_id),
  );
  const items = services
    .filter((service) => hubs.get(service.to_hub_id)!.state === 'active')
    .flatMap((service) =>
      departures(
        {
          weekdays: service.weekdays,
          departure: service.departure,
          zone: hub.zone,
          validFrom: service.valid_from,
          validUntil: service.valid_until,
        },
        start,
        end,
      ).map(({ at }) => ({ service, at })),
    )
    .toSorted((a, b) => a.at - b.at || (a.service.code < b.service.code ? -1 : 1));
  return {
    hub: presentHubBrief(hub),
    from: new Date(start).toISOString(),
    until: new Date(end).toISOString(),
    items: items.slice(0, most).map(({ service, at }) => ({
      serviceId: service.id,
      serviceCode: service.code,
      mode: service.mode,
      operator: service.operator,
      to: presentHubBrief(hubs.get(service.to_hub_id)!),
      departsAt: new Date(at).toISOString(),
      arrivesAt: new Date(at + service.duration_minutes * 60_000).toISOString(),
      confidence: service.confidence,
      scheduleConfidence: service.schedule_confidence,
    })),
    cut: items.length > most,
  };
}
