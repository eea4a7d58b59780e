import { checkDuration, checkTemperature, LifeFault } from './fault.ts';

/** A while at one temperature. */
export interface Stay {
  minutes: number;
  tenthsC: number;
}

/** A leg with the temperature it is kept at, and that of the hub where the cargo waits for it. Times in minutes. */
export interface LegKept {
  depart: number;
  arrive: number;
  tenthsC: number;
  waitTenthsC: number;
}

/**
 * The temperature history along an itinerary: the wait before each leg (from `readyAt`, later from the arrival
 * before) and the leg itself. What takes no time is left out.
 * @throws LifeFault naming the leg that departs before the cargo is there, or arrives before it departs
 */
export function historyAlong(readyAt: number, legs: readonly LegKept[]): Stay[] {
  const history: Stay[] = [];
  let since = readyAt;
  for (const [at, { depart, arrive, tenthsC, waitTenthsC }] of legs.entries()) {
    if (!(depart >= since)) throw new LifeFault(`legs[${at}].depart`, 'arrivesBeforeDeparture');
    if (!(arrive >= depart)) throw new LifeFault(`legs[${at}].arrive`, 'arrivesBeforeDeparture');
    history.push({ minutes: depart - since, tenthsC: waitTenthsC }, { minutes: arrive - depart, tenthsC });
    since = arrive;
  }
  checkHistory(history);
  return history.filter(({ minutes }) => minutes > 0);
}

/** @throws LifeFault naming the entry */
export function checkHistory(history: readonly Stay[]): void {
  for (const [at, { minutes, tenthsC }] of history.entries()) {
    checkDuration(minutes, `history[${at}].minutes`);
    checkTemperature(tenthsC, `history[${at}].tenthsC`);
  }
}
