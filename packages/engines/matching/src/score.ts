import { feedbackPoints, type Feedback } from './feedback.ts';

/**
 * The most points of each criterion; together 1000. The two cores, what the merchants' network and what Sichuan's
 * character bring, are 350 of them; the goods and the terms 600; what the two have learnt of each other 50.
 */
export const mostPoints = {
  network: 200,
  character: 150,
  goods: 200,
  price: 120,
  capacity: 90,
  rules: 100,
  road: 90,
  feedback: 50,
} as const;

export type Criterion = keyof typeof mostPoints;

/** What is asked for, as far as a score looks at it. */
export interface DemandFacts {
  hs6: string | null;
  /** Units a month that the buyer wants. */
  perMonth: number;
  /** What a unit may cost, minor units of the buyer's currency, on the buyer's Incoterm. */
  targetPrice: number | null;
  /** Kinds of certificates that the buyer insists on. */
  certificates: readonly string[];
  storage: string | null;
  /** Days from today in which the goods should arrive. */
  arrivesWithin: { earliest: number; latest: number } | null;
}

/** A product seen from that demand. */
export interface OfferFacts {
  hs6: string | null;
  /** How well its words fit those of the demand, 0–1000. */
  words: number;
  storage: string;
  certificates: readonly string[];
  /** What a unit comes to on the buyer's Incoterm, in the buyer's currency, minor units; null where it isn't known. */
  price: number | null;
  /** Units a month that its maker can give; null where it isn't known. */
  monthlyCapacity: number | null;
  /** Rules of the market that are met, that are not but can be (a document, a label), and of which it isn't known. */
  rules: { met: number; gaps: number; unknown: number; blocking: readonly string[] };
  /** The best road: whole days until arrival and the share of life left then, in thousandths; null where there is none. */
  road: { days: number; lifeLeft: number } | null;
  /** The best introduction: trust in thousandths along it, and people between (0: they know each other); null where there is none. */
  introduction: { trust: number; between: number } | null;
  character: {
    geographicalIndication: boolean;
    /** The county it comes from is named. */
    origin: boolean;
    /** Its people, place or culture are told, and in a language of the market. */
    story: 'none' | 'told' | 'toldThere';
  };
  feedback: readonly Feedback[];
}

export interface Reason {
  criterion: Criterion;
  points: number;
  most: number;
  /** Which sentence says why, and what stands in it. */
  code: string;
  params: Record<string, string | number>;
}

export interface Score {
  /** 0–1000: the sum of the reasons' points. */
  points: number;
  reasons: Reason[];
  /** Rules that keep it out of the market, and what the buyer insists on and it lacks: with any of them it is no match. */
  blockedBy: { code: string; params: Record<string, string | number> }[];
}

/**
 * How well a product does for a demand: eight criteria, each with its points and why. Whatever isn't known gets no
 * points, for it is no reason. The formulas stand at each criterion below; all are our own choice.
 */
export function score(demand: DemandFacts, offer: OfferFacts): Score {
  const reasons = [
    network(offer),
    character(offer),
    goods(demand, offer),
    price(demand, offer),
    capacity(demand, offer),
    rules(offer),
    road(demand, offer),
    feedback(offer),
  ];
  return {
    points: reasons.reduce((sum, { points }) => sum + points, 0),
    reasons,
    blockedBy: [
      ...offer.rules.blocking.map((rule) => ({ code: 'ruleBlocks', params: { rule } })),
      ...demand.certificates
        .filter((kind) => !offer.certificates.includes(kind))
        .map((certificate) => ({ code: 'certificateLacking', params: { certificate } })),
      ...(demand.storage !== null && demand.storage !== offer.storage
        ? [{ code: 'otherStorage', params: { storage: offer.storage } }]
        : []),
    ],
  };
}

/** @param share of the criterion's most points, 0–1; rounded down */
function reason(criterion: Criterion, share: number, code: string, params: Reason['params'] = {}): Reason {
  const most = mostPoints[criterion];
  return { criterion, points: Math.floor(most * Math.min(1, Math.max(0, share))), most, code, params };
}

/** By the trust along the best introduction; who knows each other already has all of it. */
function network({ introduction }: OfferFacts): Reason {
  if (!introduction) return reason('network', 0, 'nobodyBetween');
  const { trust, between } = introduction;
  return between === 0
    ? reason('network', trust / 1000, 'knowEachOther', { trust })
    : reason('network', trust / 1000, 'introduced', { trust, between });
}

/** A geographical indication is two fifths, a county named one fifth, a story told one fifth, in the market's language two. */
function character({ character: { geographicalIndication, origin, story } }: OfferFacts): Reason {
  const told = { none: 0, told: 1, toldThere: 2 }[story];
  const fifths = (geographicalIndication ? 2 : 0) + (origin ? 1 : 0) + told;
  return reason('character', fifths / 5, 'character', {
    gi: Number(geographicalIndication),
    origin: Number(origin),
    story,
  });
}

/** Half for the words, half for the HS code: whole for the same six digits, three fifths for the heading, a quarter for the chapter. */
function goods({ hs6: wanted }: DemandFacts, { hs6, words }: OfferFacts): Reason {
  const same =
    wanted === null || hs6 === null
      ? 0
      : ([6, 4, 2].find((digits) => wanted.slice(0, digits) === hs6.slice(0, digits)) ?? 0);
  const code = { 0: 0, 2: 0.25, 4: 0.6, 6: 1 }[same as 0 | 2 | 4 | 6];
  // A demand without a code is judged by its words alone.
  const share = wanted === null ? words / 1000 : (words / 1000 + code) / 2;
  return reason('goods', share, 'goods', { words, digits: same });
}

/** Whole up to the target; from there to a quarter above it less and less, down to nothing. Without a target, half. */
function price({ targetPrice }: DemandFacts, { price: asked }: OfferFacts): Reason {
  if (asked === null) return reason('price', 0, 'priceUnknown');
  if (targetPrice === null) return reason('price', 0.5, 'noTarget', { asked });
  if (asked <= targetPrice) return reason('price', 1, 'withinTarget', { asked, target: targetPrice });
  const share = targetPrice === 0 ? 0 : (5 * targetPrice - 4 * asked) / targetPrice;
  return reason('price', share, 'aboveTarget', { asked, target: targetPrice });
}

/** By the share of what is wanted a month that its maker can give. */
function capacity({ perMonth }: DemandFacts, { monthlyCapacity }: OfferFacts): Reason {
  if (monthlyCapacity === null) return reason('capacity', 0, 'capacityUnknown');
  const share = perMonth === 0 ? 1 : monthlyCapacity / perMonth;
  return reason('capacity', share, share >= 1 ? 'capacityEnough' : 'capacityShort', {
    capacity: monthlyCapacity,
    wanted: perMonth,
  });
}

/** By the share of the market's rules that are met; one that can still be met counts a third, one unknown nothing. */
function rules({ rules: { met, gaps, unknown, blocking } }: OfferFacts): Reason {
  if (blocking.length > 0) return reason('rules', 0, 'ruleBlocks', { rule: blocking[0]! });
  const all = met + gaps + unknown;
  return reason('rules', all === 0 ? 0 : (met + gaps / 3) / all, all === 0 ? 'noRules' : 'rules', {
    met,
    gaps,
    unknown,
  });
}

/**
 * Two thirds for arriving in time (a day late or early costs a tenth of it), one third by the life left at arrival.
 * Without a window all of the two thirds up to 15 days, nothing from 60 on.
 */
function road({ arrivesWithin }: DemandFacts, { road: best }: OfferFacts): Reason {
  if (!best) return reason('road', 0, 'noRoad');
  const { days, lifeLeft } = best;
  const off = arrivesWithin
    ? Math.max(0, days - arrivesWithin.latest, arrivesWithin.earliest - days) / 10
    : Math.max(0, days - 15) / 45;
  const inTime = Math.max(0, 1 - off);
  return reason('road', (2 * inTime + lifeLeft / 1000) / 3, off > 0 ? 'roadOff' : 'roadInTime', {
    days,
    lifeLeft,
  });
}

/** Half where nothing is known of each other; see `feedbackPoints`. */
function feedback({ feedback: heard }: OfferFacts): Reason {
  const balance = feedbackPoints(heard);
  return reason(
    'feedback',
    0.5 + balance / 2,
    heard.length === 0 ? 'noFeedback' : balance >= 0 ? 'wellReceived' : 'refusedBefore',
    { times: heard.length },
  );
}
