import { z } from 'zod';
import { storageClass } from './catalogue/vocabulary.ts';
import { endpoint } from './endpoint.ts';
import { outcomeSchema } from './gatherings/outcomes.ts';
import { calendarDate, countryCode, idSchema, languageTag, pageOf, pageQuery, version } from './scalars.ts';
import { plainText } from './text.ts';
import { visaNote } from './visa-notes.ts';

const tag = 'Inspection tours';
const texts = z.record(z.string(), z.string());

/** Cities that tours go to: the prefectures of Sichuan by their seats, and Chongqing. */
export const tourCities = [
  'chengdu',
  'zigong',
  'panzhihua',
  'luzhou',
  'deyang',
  'mianyang',
  'guangyuan',
  'suining',
  'neijiang',
  'leshan',
  'nanchong',
  'meishan',
  'yibin',
  'guangan',
  'dazhou',
  'yaan',
  'bazhong',
  'ziyang',
  'aba',
  'garze',
  'liangshan',
  'chongqing',
] as const;
export const tourCity = z.enum(tourCities);
export type TourCity = (typeof tourCities)[number];

export const tourStates = ['draft', 'confirmed', 'done', 'cancelled'] as const;
/** How a host stands to a visit: not asked yet, asked, agreed, or not. */
export const visitAnswers = ['none', 'asked', 'confirmed', 'declined'] as const;
export const tourFunding = ['inviter', 'guest', 'shared'] as const;
export const tourModes = ['road', 'rail'] as const;
/** Days and stops that a tour has at most. */
export const mostTourDays = 14;
export const mostTourStops = 40;
/** Tours that an organisation keeps unfinished at most. */
export const mostOpenTours = 200;

/** Minutes after midnight, on the clocks of Beijing time. */
const clock = z.int().min(0).max(1440);

export const tourMeal = z
  .strictObject({ from: clock, to: clock, minutes: z.int().min(15).max(240) })
  .refine(({ from, to, minutes }) => from + minutes <= to, { params: { code: 'tours.mealTooLong' } });

const tourLimits = z
  .strictObject({
    starts: clock,
    ends: clock,
    /** Minutes of travel a day at most. */
    maxTravel: z.int().min(0).max(1440),
    maxVisits: z.int().min(1).max(8),
    /** Between which hours so many minutes stay free for a meal, in the order of the day. */
    meals: z
      .array(tourMeal)
      .max(3)
      .refine((meals) => meals.every((meal, at) => at === 0 || meal.from >= meals[at - 1]!.to), {
        params: { code: 'tours.mealOrder' },
      }),
  })
  .refine(({ starts, ends }) => starts < ends, { path: ['ends'], params: { code: 'tours.endsFirst' } });

const daysBetween = (first: string, last: string) => (Date.parse(last) - Date.parse(first)) / 86_400_000 + 1;

export const tourInput = z
  .strictObject({
    title: plainText(200),
    guests: z.strictObject({
      /** A member of the alliance; null for others. */
      organisationId: idSchema.nullable(),
      /** As the invitation names the group. */
      name: plainText(200),
      country: countryCode,
      /** The guests' language beside Chinese. */
      language: z.enum(['en', 'ru']),
      visitors: z.int().min(1).max(200),
      /** Whom the invitation names, as in their passports. */
      persons: z.array(plainText(100)).max(50),
    }),
    firstDay: calendarDate,
    lastDay: calendarDate,
    startCity: tourCity,
    endCity: tourCity,
    limits: tourLimits,
    funding: z.enum(tourFunding),
    /** Who invites, as the letter says it: name, address, telephone. */
    inviter: plainText(500),
  })
  .refine(
    ({ firstDay, lastDay }) =>
      daysBetween(firstDay, lastDay) >= 1 && daysBetween(firstDay, lastDay) <= mostTourDays,
    { path: ['lastDay'], params: { code: 'tours.wrongDays', most: String(mostTourDays) } },
  )
  .refine(({ guests }) => guests.persons.length <= guests.visitors, {
    path: ['guests', 'persons'],
    params: { code: 'tours.tooManyNames' },
  });
export type TourInput = z.output<typeof tourInput>;

/** Who interprets on the way, and between which languages. */
export const tourInterpreter = z.strictObject({
  name: plainText(100),
  /** Telephone or address, as the programme prints it. */
  contact: plainText(200).nullable(),
  languages: z.array(languageTag).min(1).max(10),
});
export type TourInterpreter = z.output<typeof tourInterpreter>;

/** How guests and a host understand each other: by themselves, through the tour's interpreter, or not yet. */
export const tourTalks = ['direct', 'interpreter', 'nobody'] as const;

const openingHours = z
  .strictObject({
    /** ISO weekdays, Monday is 1: `12345`. */
    weekdays: z.string().regex(/^[1-7]{1,7}$/),
    opens: clock,
    closes: clock,
  })
  .refine(({ opens, closes }) => opens < closes, {
    path: ['closes'],
    params: { code: 'tours.closesFirst' },
  });

export const tourStopInput = z
  .strictObject({
    /** A host from the directory; null for a free place, which is named. */
    organisationId: idSchema.nullable(),
    name: plainText(200).nullable(),
    city: tourCity,
    minutes: z.int().min(15).max(480),
    hours: z.array(openingHours).min(1).max(7),
    /** Visitors at a time at most; null for any number. */
    capacity: z.int().min(1).max(1000).nullable(),
    /** Comes before anything that is only wished for. */
    must: z.boolean(),
    /** How much it is wished for, 5 the most. */
    wish: z.int().min(1).max(5),
    /** Languages that the host speaks with guests. */
    languages: z.array(languageTag).max(10),
    /** Class of the samples that guests take along from here; null for none. */
    samples: storageClass.nullable(),
  })
  .refine(({ organisationId, name }) => organisationId !== null || name !== null, {
    path: ['name'],
    params: { code: 'tours.hostOrName' },
  });
export type TourStopInput = z.output<typeof tourStopInput>;

/** What came of a visit: in words, and the deal; whoever isn't a party of it can't open it. */
const results = { outcome: outcomeSchema.omit({ dealId: true }).nullable(), dealId: idSchema.nullable() };

const tourStop = z.object({
  id: idSchema,
  organisationId: idSchema.nullable(),
  /** The host's names, or the free place's under `zh-CN`. */
  names: texts,
  city: tourCity,
  minutes: z.int(),
  hours: z.array(z.object({ weekdays: z.string(), opens: z.int(), closes: z.int() })).max(7),
  capacity: z.int().nullable(),
  must: z.boolean(),
  wish: z.int(),
  languages: z.array(z.string()).max(10),
  samples: storageClass.nullable(),
  talk: z.enum(tourTalks),
  answer: z.enum(visitAnswers),
  note: z.string().nullable(),
  ...results,
});
export type TourStop = z.output<typeof tourStop>;

const moment = { start: z.int(), end: z.int() };
const planItem = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('leg'),
    from: tourCity,
    to: tourCity,
    mode: z.enum(tourModes),
    confidence: z.enum(['published', 'estimated']),
    ...moment,
  }),
  z.object({ kind: z.literal('visit'), stopId: idSchema, ...moment }),
  z.object({ kind: z.literal('meal'), ...moment }),
]);
export type TourPlanItem = z.output<typeof planItem>;

/** Why a stop is left out of a plan. */
export const leftOutReasons = [
  'tooManyVisitors',
  'closed',
  'outOfReach',
  'noTimeLeft',
  'declined',
  'hostBusy',
  'byHand',
] as const;

const plan = z.object({
  /** Who ordered it: the engine, or somebody by hand. */
  by: z.enum(['engine', 'hand']),
  value: z.int(),
  /** No order has more value; null for an order by hand. */
  upperBound: z.int().nullable(),
  optimal: z.boolean(),
  leftOut: z.array(z.object({ stopId: idSchema, why: z.enum(leftOutReasons) })).max(mostTourStops),
  days: z
    .array(z.object({ date: calendarDate, from: tourCity, to: tourCity, items: z.array(planItem).max(40) }))
    .max(mostTourDays),
  /** Samples along the way: what each needs on which day so that it is never out of its class for too long. */
  samples: z
    .array(
      z.object({
        stopId: idSchema,
        class: storageClass,
        date: calendarDate,
        ...moment,
        /** Minutes out of its class that it bears; null for any. */
        allowed: z.int().nullable(),
        needs: z.enum(['nothing', 'coolBox', 'coolVehicle']),
      }),
    )
    .max(mostTourStops * mostTourDays),
});
export type TourPlan = z.output<typeof plan>;

/** Of the guests' country. `holds` is false where the tour ends after what is known. */
const tourVisa = visaNote.extend({ holds: z.boolean() });

const brief = z.object({
  id: idSchema,
  title: z.string(),
  guests: z.object({ name: z.string(), country: countryCode, visitors: z.int() }),
  firstDay: calendarDate,
  lastDay: calendarDate,
  state: z.enum(tourStates),
  stops: z.int(),
  confirmed: z.int(),
  deals: z.int(),
});

export const tourPage = z.object({
  id: idSchema,
  title: z.string(),
  guests: z.object({
    organisationId: idSchema.nullable(),
    name: z.string(),
    country: countryCode,
    language: z.enum(['en', 'ru']),
    visitors: z.int(),
    persons: z.array(z.string()).max(50),
  }),
  firstDay: calendarDate,
  lastDay: calendarDate,
  startCity: tourCity,
  endCity: tourCity,
  limits: z.object({
    starts: z.int(),
    ends: z.int(),
    maxTravel: z.int(),
    maxVisits: z.int(),
    meals: z.array(z.object({ from: z.int(), to: z.int(), minutes: z.int() })).max(3),
  }),
  funding: z.enum(tourFunding),
  inviter: z.string(),
  interpreter: tourInterpreter.nullable(),
  state: z.enum(tourStates),
  organisationId: idSchema,
  stops: z.array(tourStop).max(mostTourStops),
  plan: plan.nullable(),
  visa: tourVisa,
  version,
});
export type Tour = z.output<typeof tourPage>;

const params = z.strictObject({ id: idSchema });
const stopParams = params;

export const listTours = endpoint({
  operationId: 'tours.listTours',
  method: 'GET',
  path: '/tours',
  tag,
  summary: 'Tours that one keeps, the latest first; all for the secretariat',
  query: pageQuery.extend({ state: z.enum(tourStates).optional() }),
  response: pageOf(brief),
});

export const createTour = endpoint({
  operationId: 'tours.createTour',
  method: 'POST',
  path: '/tours',
  tag,
  summary: 'Draft a tour',
  body: tourInput,
  response: tourPage,
  status: 201,
  versioned: true,
});

export const getTour = endpoint({
  operationId: 'tours.getTour',
  method: 'GET',
  path: '/tours/:id',
  tag,
  summary: 'A tour: its stops, its plan by day, what samples need on the way, and what came of it',
  params,
  response: tourPage,
  versioned: true,
});

export const updateTour = endpoint({
  operationId: 'tours.updateTour',
  method: 'PUT',
  path: '/tours/:id',
  tag,
  summary:
    'Change a tour; a draft’s plan is dropped where days, cities, limits or the number of visitors change, and those are fixed once it is confirmed',
  params,
  body: tourInput,
  response: tourPage,
  versioned: true,
});

export const moveTour = endpoint({
  operationId: 'tours.moveTour',
  method: 'PUT',
  path: '/tours/:id/state',
  tag,
  summary: 'Confirm a tour whose hosts have agreed, say that it is done, or cancel it',
  params,
  body: z.strictObject({ to: z.enum(['confirmed', 'done', 'cancelled']) }),
  response: tourPage,
  versioned: true,
});

export const assignInterpreter = endpoint({
  operationId: 'tours.assignInterpreter',
  method: 'PUT',
  path: '/tours/:id/interpreter',
  tag,
  summary: 'Say who interprets on a tour, or that nobody does',
  params,
  body: z.strictObject({ interpreter: tourInterpreter.nullable() }),
  response: tourPage,
  versioned: true,
});

export const addTourStop = endpoint({
  operationId: 'tours.addStop',
  method: 'POST',
  path: '/tours/:id/stops',
  tag,
  summary: 'Add a host or a place to a draft',
  params,
  body: tourStopInput,
  response: tourPage,
  status: 201,
  versioned: true,
});

export const updateTourStop = endpoint({
  operationId: 'tours.updateStop',
  method: 'PUT',
  path: '/tour-stops/:id',
  tag,
  summary:
    'Change a stop of a draft; its visit stays at its hour where it still can be, and its host is asked again where the visit is another',
  params: stopParams,
  body: tourStopInput,
  response: tourPage,
  versioned: true,
});

export const removeTourStop = endpoint({
  operationId: 'tours.removeStop',
  method: 'DELETE',
  path: '/tour-stops/:id',
  tag,
  summary: 'Take a stop out of a draft and its plan',
  params: stopParams,
  status: 204,
});

export const proposeTour = endpoint({
  operationId: 'tours.proposeTour',
  method: 'POST',
  path: '/tours/:id/proposals',
  tag,
  summary:
    'Order the stops: the best order there is up to twelve, beyond it a good one with what a better could add',
  params,
  response: tourPage,
  versioned: true,
});

export const placeVisit = endpoint({
  operationId: 'tours.placeVisit',
  method: 'PUT',
  path: '/tour-stops/:id/place',
  tag,
  summary:
    'Put a visit on a day and an hour, or take it off the plan; refused with the reason where it can’t be',
  params: stopParams,
  body: z.strictObject({
    at: z.strictObject({ date: calendarDate, start: z.int().min(0).max(1440) }).nullable(),
  }),
  response: tourPage,
  versioned: true,
});

export const askHosts = endpoint({
  operationId: 'tours.askHosts',
  method: 'POST',
  path: '/tours/:id/requests',
  tag,
  summary: 'Ask the hosts of planned visits who haven’t been asked at this hour',
  params,
  response: tourPage,
  versioned: true,
});

const visit = z.object({
  id: idSchema,
  title: z.string(),
  guests: z.object({
    organisationId: idSchema.nullable(),
    name: z.string(),
    country: countryCode,
    language: z.enum(['en', 'ru']),
    visitors: z.int(),
  }),
  city: tourCity,
  date: calendarDate.nullable(),
  start: z.int().nullable(),
  minutes: z.int(),
  samples: storageClass.nullable(),
  tourState: z.enum(tourStates),
  answer: z.enum(visitAnswers),
  note: z.string().nullable(),
  ...results,
});
export type TourVisit = z.output<typeof visit>;

export const listVisits = endpoint({
  operationId: 'tours.listVisits',
  method: 'GET',
  path: '/tour-stops',
  tag,
  summary: 'Visits that one’s organisation was asked for, the latest first',
  query: pageQuery,
  response: pageOf(visit),
});

export const answerVisit = endpoint({
  operationId: 'tours.answerVisit',
  method: 'PUT',
  path: '/tour-stops/:id/answer',
  tag,
  summary: 'As its host: agree to a visit at its hour, or decline it',
  params: stopParams,
  body: z.strictObject({
    answer: z.enum(['confirmed', 'declined']),
    note: plainText(500).nullable().default(null),
  }),
  response: visit,
});

export const recordVisitOutcome = endpoint({
  operationId: 'tours.recordOutcome',
  method: 'PUT',
  path: '/tour-stops/:id/outcome',
  tag,
  summary: 'Say what came of a visit, and which deal; as the tour’s keeper or as its host',
  params: stopParams,
  body: z.strictObject({ text: plainText(2000), dealId: idSchema.nullable().default(null) }),
  response: visit,
});

export const linkVisitDeal = endpoint({
  operationId: 'tours.linkDeal',
  method: 'PUT',
  path: '/tour-stops/:id/deal',
  tag,
  summary: 'Say which deal a visit led to; a deal of its host, its guests, or of whoever says it',
  params: stopParams,
  body: z.strictObject({ dealId: idSchema }),
  response: visit,
});

export const listGuestTours = endpoint({
  operationId: 'tours.listGuestTours',
  method: 'GET',
  path: '/guest-tours',
  tag,
  summary:
    'Confirmed tours whose guests are one’s own organisation, the latest first; each has its letter and its programme',
  query: pageQuery,
  response: pageOf(
    z.object({
      id: idSchema,
      title: z.string(),
      firstDay: calendarDate,
      lastDay: calendarDate,
      state: z.enum(tourStates),
      /** Names of the organisation that keeps it. */
      keeper: texts,
    }),
  ),
});

const paper = { method: 'GET', tag, params, produces: 'application/pdf' } as const;

export const openTourInvitation = endpoint({
  operationId: 'tours.openInvitation',
  ...paper,
  path: '/tours/:id/invitation',
  summary: 'Letter of invitation as PDF, in Chinese and the guests’ language',
});

export const openTourProgramme = endpoint({
  operationId: 'tours.openProgramme',
  ...paper,
  path: '/tours/:id/programme',
  summary: 'Programme as PDF, in Chinese and the guests’ language',
});

export const listTourTravelTimes = endpoint({
  operationId: 'tours.listTravelTimes',
  method: 'GET',
  path: '/tour-travel-times',
  tag,
  summary: 'Minutes between the cities by road and rail, each with its source and how sure it is',
  response: z.object({
    cities: z
      .array(
        z.object({
          city: tourCity,
          latitude: z.number(),
          longitude: z.number(),
          /** How the GB/T 2260 codes of its places begin. */
          division: z.string(),
        }),
      )
      .max(tourCities.length),
    rows: z
      .array(
        z.object({
          from: tourCity,
          to: tourCity,
          mode: z.enum(tourModes),
          minutes: z.int(),
          confidence: z.enum(['published', 'estimated']),
          source: z.object({ title: z.string(), url: z.string().nullable(), date: calendarDate }),
        }),
      )
      .max(1000),
  }),
});
