import type { Leg } from '../types.ts';

/** A leg of which nothing but its hubs and times matters. */
export const leg = (id: string, from: string, to: string, depart: number, arrive: number): Leg => ({
  id,
  from,
  to,
  depart,
  arrive,
  cost: 1,
  co2e: 1,
  decay: 1,
});
