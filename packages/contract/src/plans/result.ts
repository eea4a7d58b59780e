import { z } from 'zod';
import { incoterm } from '../catalogue/vocabulary.ts';
import { calendarDate, currencyCode, idSchema, instant } from '../scalars.ts';
import { planVerdicts } from '../words.ts';

/** Published by who runs or regulates it, or reckoned by us. */
const confidence = z.enum(['published', 'estimated', 'unknown']);
export const sourceSchema = z.object({
  title: z.string(),
  /** Number and article of a law. */
  citation: z.string().nullable(),
  url: z.string().nullable(),
  date: z.string().nullable(),
});
/** A sentence by its code and what it names, and in the reader's language. */
export const reasonSchema = z.object({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  /** Missing in what is kept; put in for each reader. */
  text: z.string().optional(),
});
export type PlanReason = z.output<typeof reasonSchema>;
const texts = z.record(z.string(), z.string());

export const planVerdict = z.enum(planVerdicts);
export type PlanVerdict = z.output<typeof planVerdict>;

export const pillars = ['culture', 'channel', 'quality'] as const;
export const pillarSchema = z.object({
  pillar: z.enum(pillars),
  /** `empty`: nothing of it is there, and the plan can't be ready; `part`: some is missing. */
  state: z.enum(['empty', 'part', 'full']),
  items: z.array(reasonSchema.extend({ there: z.boolean() })).max(20),
});
export type Pillar = z.output<typeof pillarSchema>;

export const planHub = z.object({
  id: z.string(),
  names: texts,
  country: z.string(),
  kind: z.string(),
  latitude: z.number(),
  longitude: z.number(),
  timeZone: z.string(),
});
export type PlanHub = z.output<typeof planHub>;
/** One departure that at least one road of the plan uses. */
export const planLeg = z.object({
  service: z.string(),
  from: z.string(),
  to: z.string(),
  mode: z.string(),
  operator: z.string().nullable(),
  departsAt: instant,
  arrivesAt: instant,
  costFen: z.int(),
  co2eGrams: z.int(),
  /** Temperature of the goods under way, tenths of °C. */
  tenthsC: z.int().nullable(),
  /** Published only where the service, its hours and its price all are. */
  confidence,
  sure: z.object({ service: confidence, schedule: confidence, price: confidence }),
  source: sourceSchema,
});
export type PlanLeg = z.output<typeof planLeg>;
/** One road; of those of the front nothing else is as good in everything. */
export const planRoad = z.object({
  key: z.string(),
  /** Places in `legs` of the plan's roads. */
  legs: z.array(z.int()).max(30),
  departsAt: instant,
  arrivesAt: instant,
  /** From the day the goods are ready, waiting included; tenths of a day. */
  daysTenths: z.int(),
  costFen: z.int(),
  co2eGrams: z.int(),
  transfers: z.int(),
  /** Days of shelf life left at arrival, rounded down; null where goods don't age. */
  lifeLeftDays: z.int().nullable(),
  /** Days short of what is wanted at arrival, rounded up; 0 where it lasts. */
  daysShort: z.int(),
});
export type PlanRoad = z.output<typeof planRoad>;
export const planRoads = z.object({
  hubs: z.array(planHub).max(400),
  legs: z.array(planLeg).max(5000),
  /** The whole front, by arrival; at most 2,000, the rest is counted. */
  front: z.array(planRoad).max(2000),
  frontSize: z.int(),
  /**
   * Beside the front, one road for each of air, rail and sea that could be kept to abroad (with trucks) and that no road of
   * the front keeps to. Some road of the front is at least as good as it in everything.
   */
  beaten: z.array(planRoad).max(8),
  /** Keys of a readable few: the best of each criterion and some spread between. */
  readable: z.array(z.string()).max(40),
  chosen: z.string().nullable(),
  /** The road that fails least where none lasts. */
  leastShort: z.string().nullable(),
  /** Why there is no road at all, or none that lasts. */
  reasons: z.array(reasonSchema).max(20),
  /** Kinds of service that may not carry these goods, and why. */
  refusedServices: z.array(reasonSchema.extend({ services: z.int() })).max(40),
  /** How the goods age, in words and numbers. */
  life: reasonSchema.nullable(),
});
export type PlanRoads = z.output<typeof planRoads>;

export const landedLines = [
  'goods',
  'exportHandling',
  'mainCarriage',
  'insurance',
  'duty',
  'tradeDefence',
  'excise',
  'fee',
  'vat',
  'unloading',
  'importClearance',
  'delivery',
] as const;
export const landedLine = z.object({
  line: z.enum(landedLines),
  /** Null: not known; then the sums are lower bounds. */
  amountFen: z.int().nullable(),
  /** Who bears it under the Incoterm. */
  bornBy: z.enum(['seller', 'buyer']),
  /** Rate in ppm of the basis, where it is one. */
  ratePpm: z.int().nullable(),
  basisFen: z.int().nullable(),
  reason: reasonSchema,
  /** What a tariff adds in words. */
  note: texts,
  confidence,
  source: sourceSchema.nullable(),
});
export type LandedLine = z.output<typeof landedLine>;
export const landedCost = z.object({
  incoterm,
  /** What the seller asks under the Incoterm: its own lines. */
  sellerPriceFen: z.int().nullable(),
  /** All lines. */
  totalFen: z.int().nullable(),
  /** A line isn't known: the true sum is higher. */
  lowerBound: z.boolean(),
  perUnitFen: z.int().nullable(),
  shelfPriceFen: z.int().nullable(),
  /** The same in the market's money, where there is a rate. */
  local: z
    .object({
      currency: currencyCode,
      /** Units of the market's money for 1 CNY. */
      rate: z.string(),
      rateDate: calendarDate,
      perUnit: z.int(),
      shelfPrice: z.int().nullable(),
    })
    .nullable(),
  lines: z.array(landedLine).max(40),
  /** Duty and VAT are not paid twice: where the price has none, the plan says so. */
  reasons: z.array(reasonSchema).max(10),
});
export type LandedCost = z.output<typeof landedCost>;

const shipSide = z.object({
  /** Spent before the first sale, and over the horizon. */
  setUpFen: z.int(),
  costFen: z.int(),
  revenueFen: z.int().nullable(),
  /** What is left over the horizon if selling begins, and weighted by how likely that is. */
  profitFen: z.int().nullable(),
  expectedFen: z.int().nullable(),
  monthsToFirstSale: z.int(),
  /** Month in which what was spent has come back; null: not within the horizon. */
  breakEvenMonth: z.int().nullable(),
  /** Lost if selling never begins. */
  atRiskFen: z.int(),
  successPpm: z.int(),
});
export const borrowOrBuild = z.object({
  horizonMonths: z.int(),
  unitsPerMonth: z.int(),
  borrow: shipSide,
  build: shipSide,
  /** By expected result; null where prices aren't known. */
  better: z.enum(['borrow', 'build']).nullable(),
  /** Units a month from which building would be better; null: never at these prices. */
  switchUnitsPerMonth: z.int().nullable(),
  /** Members in the market who could be the ship. */
  partners: z
    .array(
      z.object({
        organisationId: idSchema,
        names: texts,
        kind: z.string(),
        offers: z.array(z.string()).max(20),
      }),
    )
    .max(10),
  partnerCount: z.int(),
});
export type BorrowOrBuild = z.output<typeof borrowOrBuild>;

export const stepOwners = [
  'enterprise',
  'association',
  'merchant',
  'council',
  'post',
  'secretariat',
] as const;
export const planStep = reasonSchema.extend({
  owner: z.enum(stepOwners),
  dueOn: calendarDate,
  /** It must be done before the goods leave. */
  blocking: z.boolean(),
});
export type PlanStep = z.output<typeof planStep>;

/** A rule of the market held against the product. Unknown is never a pass. */
export const planCheck = z.object({
  ruleId: idSchema,
  code: z.string(),
  effect: z.enum(['blocks', 'needsDocument', 'label']),
  outcome: z.enum(['pass', 'gap', 'unknown']),
  reason: reasonSchema,
  requirement: texts,
  /** What would show that it is met. */
  evidence: z.object({ certificates: z.array(z.string()), labelLanguages: z.array(z.string()) }),
  source: sourceSchema,
  validFrom: z.string().nullable(),
  validTo: z.string().nullable(),
  /** Who held the rule against its source, and when; null: nobody yet. */
  review: z.object({ person: z.string(), at: instant }).nullable(),
  confidence: z.string(),
});
export type PlanCheck = z.output<typeof planCheck>;
/** A habit advises; it never blocks. */
export const planHabit = z.object({
  habitId: idSchema,
  topic: z.string(),
  status: z.enum(['unconfirmed', 'confirmed', 'contested']),
  claim: texts,
  advice: texts,
  source: sourceSchema,
  /** It speaks of exactly this offer (a set of four), not only of the market. */
  applies: z.boolean(),
  confirmedBy: z.array(texts).max(20),
  contestedBy: z.array(texts).max(20),
});
export type PlanHabit = z.output<typeof planHabit>;

export const planResult = z.object({
  verdict: planVerdict,
  reasons: z.array(reasonSchema).max(40),
  /** The day the facts were read. */
  on: calendarDate,
  product: z.object({
    id: idSchema,
    version: z.int(),
    sku: z.string(),
    names: texts,
    maker: z.object({ id: idSchema, names: texts }),
    hs6: z.string().nullable(),
    unit: z.string(),
    storage: z.string(),
  }),
  market: z.object({ code: z.string(), names: texts, languages: z.array(z.string()), currency: z.string() }),
  shipment: z.object({
    quantity: z.int(),
    netGrams: z.int(),
    grossGrams: z.int(),
    volumeCm3: z.int(),
    /** How weight and volume were found: packing levels, or reckoned. */
    reason: reasonSchema,
    readyOn: calendarDate,
  }),
  entry: z.enum(['refused', 'needsDocuments', 'unknown', 'clear']),
  checks: z.array(planCheck).max(200),
  habits: z.array(planHabit).max(100),
  pillars: z.array(pillarSchema).length(3),
  roads: planRoads,
  /** Null where a link was made without costs. */
  landed: landedCost.nullable(),
  /** Null behind a link: it is its maker's own. */
  borrowOrBuild: borrowOrBuild.nullable(),
  steps: z.array(planStep).max(60),
});
export type PlanResult = z.output<typeof planResult>;
