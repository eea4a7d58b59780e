import type { Prepared } from './prepare.ts';
import { InputFault, type Query } from './types.ts';

/** A query in the network's numbers. Waiting is counted from `readyAt`. */
export interface Request {
  from: number;
  to: number;
  readyAt: number;
  /** Departures from `leaveFrom` to before `leaveBefore` count. */
  leaveFrom: number;
  leaveBefore: number;
  /** The last ready time asked for: `readyAt` unless it is a profile. */
  lastReady: number;
  latestArrival: number;
  maxDecay: number;
  maxLegs: number;
  /** 1 for what must not be used. */
  avoidHub: Uint8Array;
  avoidLeg: Uint8Array;
}

/** @throws InputFault naming the part: an unknown hub or leg, a limit that is no integer, a window that ends before it begins */
export function readQuery(network: Prepared, query: Query, windowEnd?: number): Request {
  if (typeof query !== 'object' || query === null) throw new InputFault('query', 'notAnObject');
  const hub = (id: unknown, path: string): number => {
    const at = network.hubAt.get(id as string);
    if (at === undefined) throw new InputFault(path, typeof id === 'string' ? 'unknownHub' : 'notAnId');
    return at;
  };
  const limit = (value: unknown, path: string): number => {
    if (value === undefined || value === null) return Infinity;
    if (!Number.isSafeInteger(value)) throw new InputFault(path, 'notAnInteger');
    return value as number;
  };
  const ids = (value: unknown, path: string): readonly unknown[] => {
    if (value === undefined || value === null) return [];
    if (!Array.isArray(value)) throw new InputFault(path, 'notAList');
    return value;
  };
  const time = (value: unknown, path: string): number => {
    if (!Number.isSafeInteger(value)) throw new InputFault(path, 'notAnInteger');
    if (Math.abs(value as number) > network.timeLimit) throw new InputFault(path, 'tooLarge');
    return value as number;
  };
  const readyAt = time(query.readyAt, 'readyAt');
  const end = windowEnd === undefined ? readyAt : time(windowEnd, 'windowEnd');
  if (end < readyAt) throw new InputFault('windowEnd', 'endsBeforeReady');
  const avoidHub = new Uint8Array(network.hubIds.length);
  for (const [at, id] of ids(query.avoidHubs, 'avoidHubs').entries())
    avoidHub[hub(id, `avoidHubs[${at}]`)] = 1;
  const avoidLeg = new Uint8Array(network.legIds.length);
  for (const [at, id] of ids(query.avoidLegs, 'avoidLegs').entries()) {
    const leg = network.legAt.get(id as string);
    if (leg === undefined)
      throw new InputFault(`avoidLegs[${at}]`, typeof id === 'string' ? 'unknownLeg' : 'notAnId');
    avoidLeg[leg] = 1;
  }
  return {
    from: hub(query.from, 'from'),
    to: hub(query.to, 'to'),
    readyAt,
    leaveFrom: readyAt,
    leaveBefore: Infinity,
    lastReady: end,
    latestArrival: limit(query.latestArrival, 'latestArrival'),
    maxDecay: limit(query.maxDecay, 'maxDecay'),
    maxLegs: limit(query.maxTransfers, 'maxTransfers') + 1,
    avoidHub,
    avoidLeg,
  };
}
