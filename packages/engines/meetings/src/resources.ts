import { domains } from './domains.ts';
import type { Instance } from './types.ts';

/** A resource that more meetings need than can have it at once. */
export interface Scarce {
  /** Its place in the instance's list. */
  resource: number;
  capacity: number;
  /** Those that need it, each by its place in the instance. */
  places: readonly number[];
}

/** The resources that can run short; meetings that the instance doesn't have need none. */
export function scarce({ meetings, resources = [] }: Pick<Instance, 'meetings' | 'resources'>): Scarce[] {
  if (resources.length === 0) return [];
  const place = new Map(meetings.map(({ id }, at) => [id, at]));
  return resources
    .map(({ capacity, meetings: ids }, resource) => ({
      resource,
      capacity,
      places: ids.flatMap((id) => place.get(id) ?? []),
    }))
    .filter(({ capacity, places }) => places.length > capacity);
}

/** For each meeting, by its place in the instance, which of the scarce ones it needs, by their place in that list. */
export function needsOf({ meetings }: Pick<Instance, 'meetings'>, those: readonly Scarce[]): number[][] {
  const needs: number[][] = meetings.map(() => []);
  for (const [at, { places }] of those.entries()) for (const place of places) needs[place]!.push(at);
  return needs;
}

/** The slots that each meeting could be in, as bits of one number. */
export const masksOf = (could: readonly (readonly number[])[]): bigint[] =>
  could.map((slots) => slots.reduce((mask, slot) => mask | (1n << BigInt(slot)), 0n));

/**
 * Sets of slots, each with how many they are and the meetings, of those given, that could be nowhere else.
 * @param masks by `masksOf` @param most beside all slots only so many sets, those that are alone possible for the most meetings
 */
export function windows(
  masks: readonly bigint[],
  places: readonly number[],
  most = Infinity,
): { slots: number; within: number[] }[] {
  const byMask = Map.groupBy(places, (at) => masks[at]!);
  const union = [...byMask.keys()].reduce((all, mask) => all | mask, 0n);
  const sets =
    byMask.size <= most
      ? byMask.keys()
      : [...byMask]
          .toSorted(([, one], [, other]) => other.length - one.length)
          .slice(0, most)
          .map(([mask]) => mask);
  return [...new Set([...sets, union])].map((mask) => ({
    slots: [...mask.toString(2)].filter((bit) => bit === '1').length,
    within: [...byMask].flatMap(([other, those]) => ((other & ~mask) === 0n ? those : [])),
  }));
}

/** A resource that is too scarce for the only slots in which some meetings that need it could be. */
export interface Shortage {
  /** Its place in the instance's list. */
  resource: number;
  /** Ids of those meetings. */
  meetings: number[];
  /** How many slots these are, and how many of the meetings could have it in them: fewer than there are. */
  slots: number;
  room: number;
}

/** Sets of slots that are looked at for each resource at most: a bound that all else waits for. */
export const mostSets = 100;

/**
 * What no schedule can give, told without a search: of each resource that is short for sure, where most go without it.
 * None, though, is no promise that there is a schedule.
 * @param could by `domains`
 */
export function shortagesIn(instance: Instance, could: readonly (readonly number[])[]): Shortage[] {
  const short = scarce(instance);
  const masks = short.length > 0 ? masksOf(could) : [];
  return short.flatMap(({ resource, capacity, places }): Shortage[] => {
    // Who can't be anywhere goes without for other reasons, unless there is nothing at all.
    const able = capacity === 0 ? places : places.filter((at) => masks[at]! !== 0n);
    const all = windows(masks, able, mostSets).map(({ slots, within }) => ({
      slots,
      within,
      room: slots * capacity,
    }));
    const worst = all.reduce((one, other) =>
      other.within.length - other.room > one.within.length - one.room ? other : one,
    );
    const { slots, within, room } = worst;
    if (within.length <= room) return [];
    return [{ resource, meetings: within.map((at) => instance.meetings[at]!.id), slots, room }];
  });
}

/** The same of an instance as it is. @param open as in `domains` */
export const shortages = (instance: Instance, open?: Parameters<typeof domains>[1]): Shortage[] =>
  shortagesIn(instance, domains(instance, open));
