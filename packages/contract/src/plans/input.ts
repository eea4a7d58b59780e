import { z } from 'zod';
import { incoterm } from '../catalogue/vocabulary.ts';
import { freightCode } from '../freight/hub.ts';
import { calendarDate, countryCode, currencyCode, idSchema } from '../scalars.ts';
import { roadWishes } from '../words.ts';

/** Parts per million: 300,000 is 30 %. */
const ppm = z.int().min(0).max(1_000_000);
/** Fen (minor units of CNY). */
const fen = z.int().min(0).max(1_000_000_000_000);
const months = z.int().min(0).max(120);

/** What a plan reckons with where nobody has told it otherwise; every number can be changed. */
export const planAssumptions = z.strictObject({
  /** Cargo insurance, of 110 % of the value at arrival (the cover that CIF and CIP of Incoterms 2020 ask for). */
  insurancePpm: ppm.default(3_000),
  /** Packing for export, loading and customs clearance in China, for the whole consignment. */
  exportHandlingFen: fen.default(80_000),
  /** Unloading in the market, for the whole consignment. */
  unloadingFen: fen.default(40_000),
  /** Customs clearance in the market, for the whole consignment. */
  importClearanceFen: fen.default(80_000),
  /** From the last hub to the shelf, for the whole consignment. */
  deliveryFen: fen.default(60_000),
  /** What the importer adds to what the goods have cost it. */
  importerMarginPpm: ppm.default(200_000),
  /** What the shop adds to that. */
  retailMarginPpm: ppm.default(300_000),
  /** How long the two ways into the market are compared. */
  horizonMonths: z.int().min(1).max(120).default(24),
  /** What is sold a month once selling has begun; null: this consignment every second month. */
  unitsPerMonth: z.int().min(1).max(100_000_000).nullable().default(null),
  borrow: z
    .strictObject({
      /** Listing, first samples, training of the partner's staff. */
      setUpFen: fen.default(3_000_000),
      monthsToFirstSale: months.default(2),
      /** The partner's share of the price at its door. */
      commissionPpm: ppm.default(100_000),
      monthlyFeeFen: fen.default(200_000),
      /** How likely it is that selling begins at all. */
      successPpm: ppm.default(700_000),
    })
    .default({
      setUpFen: 3_000_000,
      monthsToFirstSale: 2,
      commissionPpm: 100_000,
      monthlyFeeFen: 200_000,
      successPpm: 700_000,
    }),
  build: z
    .strictObject({
      /** Company, licences, fitting out. */
      setUpFen: fen.default(60_000_000),
      monthsToFirstSale: months.default(9),
      monthlyRentFen: fen.default(3_000_000),
      staff: z.int().min(0).max(1000).default(3),
      monthlyWageFen: fen.default(2_000_000),
      monthlyOtherFen: fen.default(800_000),
      successPpm: ppm.default(400_000),
    })
    .default({
      setUpFen: 60_000_000,
      monthsToFirstSale: 9,
      monthlyRentFen: 3_000_000,
      staff: 3,
      monthlyWageFen: 2_000_000,
      monthlyOtherFen: 800_000,
      successPpm: 400_000,
    }),
});
export type PlanAssumptions = z.output<typeof planAssumptions>;

/** What a plan is asked for. */
export const planInput = z.strictObject({
  productId: idSchema,
  /** The market, ISO 3166-1 alpha-2. */
  market: countryCode,
  /** In the product's own unit. */
  quantity: z.int().min(1).max(100_000_000),
  /** Day from which the goods can leave; null: today and the maker's lead time. */
  readyOn: calendarDate.nullable().default(null),
  /** Where in the market; null: its best served city, or the next one that a road leads to in time. */
  destination: freightCode.nullable().default(null),
  incoterm: incoterm.default('DAP'),
  /** Days of life left on the day the goods are ready; null: all of the shelf life. */
  lifeLeftDays: z.int().min(1).max(36_500).nullable().default(null),
  /** Days of life the buyer wants left at arrival. */
  lifeAtArrivalDays: z.int().min(0).max(36_500).default(0),
  wish: z.enum(roadWishes).default('balanced'),
  /** The road picked by hand: its key. Null: the one that fits the wish. */
  road: z.string().max(64).nullable().default(null),
  avoidHubs: z.array(freightCode).max(50).default([]),
  /** Price a unit instead of the product's own price band. */
  price: z
    .strictObject({
      amount: z.int().min(0).max(1_000_000_000_000),
      currency: currencyCode,
      incoterm: z.enum(['EXW', 'FCA', 'FOB']),
    })
    .nullable()
    .default(null),
  /** How many pieces one gift box or set holds, where goods are sold so: habits speak of it. */
  setSize: z.int().min(1).max(10_000).nullable().default(null),
  assumptions: planAssumptions.default(() => planAssumptions.parse({})),
});
export type PlanInput = z.output<typeof planInput>;
