import { checkHistory, type Stay } from './history.ts';
import { checkModel, rateAt, type LifeModel } from './model.ts';

/** A stretch of the history beyond one limit: when it began and how long it was (minutes), and the worst of it. */
export interface Breach {
  limit: 'freezing' | 'chilling' | 'min' | 'max';
  limitTenthsC: number;
  startMinute: number;
  minutes: number;
  worstTenthsC: number;
}

/** What a history has left of the life; all minutes are minutes at the reference temperature. */
export interface LifeLeft {
  /** Infinity for destroyed goods. */
  consumedMinutes: number;
  /** Never below 0. */
  remainingMinutes: number;
  /** What was used beyond the life there was; 0 while some remains, Infinity for destroyed goods. */
  shortMinutes: number;
  /** Frozen, though they mustn't be. */
  destroyed: boolean;
  /** In the order in which they began. */
  breaches: Breach[];
}

/**
 * The life that a temperature history uses up: the sum of minutes × `lifeRate` over its stays (the linear cumulative
 * damage that time–temperature indicators go by, Taoukis & Labuza 1989). The order of the stays doesn't matter.
 * @throws LifeFault
 */
export function lifeConsumed(model: LifeModel, history: readonly Stay[]): LifeLeft {
  checkModel(model);
  checkHistory(history);
  let consumed = 0;
  for (const { minutes, tenthsC } of history) if (minutes > 0) consumed += minutes * rateAt(model, tenthsC);
  return {
    consumedMinutes: consumed,
    remainingMinutes: Math.max(0, model.lifeMinutes - consumed),
    shortMinutes: Math.max(0, consumed - model.lifeMinutes),
    destroyed: consumed === Infinity,
    breaches: breachesOf(model, history),
  };
}

function breachesOf(model: LifeModel, history: readonly Stay[]): Breach[] {
  const { freezingTenthsC, chilling, minTenthsC, maxTenthsC } = model;
  const limits = [
    { limit: 'freezing', at: freezingTenthsC, beyond: (tenthsC: number, at: number) => tenthsC <= at },
    { limit: 'chilling', at: chilling?.belowTenthsC, beyond: (tenthsC: number, at: number) => tenthsC < at },
    { limit: 'min', at: minTenthsC, beyond: (tenthsC: number, at: number) => tenthsC < at },
    { limit: 'max', at: maxTenthsC, beyond: (tenthsC: number, at: number) => tenthsC > at },
  ] as const;
  return limits
    .flatMap(({ limit, at, beyond }) => {
      if (at === undefined) return [];
      const worse = limit === 'max' ? Math.max : Math.min;
      const breaches: Breach[] = [];
      let minute = 0;
      let open: Breach | undefined;
      for (const { minutes, tenthsC } of history) {
        if (minutes === 0) continue;
        if (beyond(tenthsC, at)) {
          if (open === undefined) {
            open = { limit, limitTenthsC: at, startMinute: minute, minutes: 0, worstTenthsC: tenthsC };
            breaches.push(open);
          }
          open.minutes += minutes;
          open.worstTenthsC = worse(open.worstTenthsC, tenthsC);
        } else open = undefined;
        minute += minutes;
      }
      return breaches;
    })
    .toSorted((a, b) => a.startMinute - b.startMinute);
}
