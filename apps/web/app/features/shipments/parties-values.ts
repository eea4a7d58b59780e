import type { InputOf, Shipment, updateShipment } from '@jiechuan/contract';
import { instantOf, localOf } from '../../platform/clocks.ts';

/** What a form says of parties and road, by the names of its fields. */
type Typed = Record<string, string>;
type Body = Pick<
  NonNullable<InputOf<typeof updateShipment>['body']>,
  'consigneeOrganisationId' | 'carrierOrganisationId' | 'road'
>;

/** A place that a leg leads from or to; its clocks are meant by a time of day. */
export interface Hub {
  id: string;
  zone: string;
}

const legFields = ['mode', 'fromHubId', 'toHubId', 'departsAt', 'arrivesAt', 'service'] as const;
type Leg = Record<(typeof legFields)[number], string>;

/** The legs that stand in a form, in their order. */
export const legsIn = (values: Typed): Leg[] => {
  const count = Object.keys(values).filter((name) => /^road\.\d+\.mode$/.test(name)).length;
  return Array.from(
    { length: count },
    (_, at) =>
      Object.fromEntries(legFields.map((field) => [field, values[`road.${at}.${field}`] ?? ''])) as Leg,
  );
};

const withLegs = (values: Typed, legs: readonly Leg[]): Typed => ({
  ...Object.fromEntries(Object.entries(values).filter(([name]) => !name.startsWith('road.'))),
  ...Object.fromEntries(
    legs.flatMap((leg, at) => legFields.map((field) => [`road.${at}.${field}`, leg[field]] as const)),
  ),
});

/** The form with one leg more, which goes on from where the last one ends. */
export function withLeg(values: Typed): Typed {
  const legs = legsIn(values);
  const last = legs.at(-1);
  return withLegs(values, [
    ...legs,
    {
      mode: last?.mode ?? 'road',
      fromHubId: last?.toHubId ?? '',
      toHubId: '',
      departsAt: '',
      arrivesAt: '',
      service: '',
    },
  ]);
}

/** The form without one of its legs. @param at from 0 */
export const withoutLeg = (values: Typed, at: number): Typed =>
  withLegs(
    values,
    legsIn(values).filter((_, index) => index !== at),
  );

/** A service goes with the mode and the hubs that it was planned for. */
const serviceOf = ({ mode, fromHubId, toHubId, service }: Leg): string | null => {
  const [id, ...of] = service.split(' ');
  return id && of.join(' ') === [mode, fromHubId, toHubId].join(' ') ? id : null;
};

/** A shipment's own parties and road, by the names of the form's fields; times by the clocks of their hubs. */
export const partiesOf = ({ consignee, carrier, road }: Shipment): Typed =>
  withLegs(
    { consigneeOrganisationId: consignee?.id ?? '', carrierOrganisationId: carrier?.id ?? '' },
    road.map(({ mode, from, to, serviceId, departsAt, arrivesAt }) => ({
      mode,
      fromHubId: from.id,
      toHubId: to.id,
      departsAt: localOf(Date.parse(departsAt), from.zone),
      arrivesAt: localOf(Date.parse(arrivesAt), to.zone),
      service: serviceId === null ? '' : [serviceId, mode, from.id, to.id].join(' '),
    })),
  );

/** What is sent; what doesn't fit is for the contract to refuse by name. */
export function changeOf(values: Typed, hubs: readonly Hub[]): Body {
  const zones = new Map(hubs.map(({ id, zone }) => [id, zone]));
  const instant = (local: string, hub: string) => {
    const at = instantOf(local, zones.get(hub) ?? 'UTC');
    return Number.isNaN(at) ? local : new Date(at).toISOString();
  };
  return {
    consigneeOrganisationId: values['consigneeOrganisationId'] || null,
    carrierOrganisationId: values['carrierOrganisationId'] || null,
    road: legsIn(values).map((leg) => ({
      mode: leg.mode,
      fromHubId: leg.fromHubId,
      toHubId: leg.toHubId,
      serviceId: serviceOf(leg),
      departsAt: instant(leg.departsAt, leg.fromHubId),
      arrivesAt: instant(leg.arrivesAt, leg.toHubId),
    })),
  } as Body;
}
