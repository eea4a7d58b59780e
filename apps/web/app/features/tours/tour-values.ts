import type {
  addTourStop,
  assignInterpreter,
  BodyOf,
  createTour,
  listTourTravelTimes,
  ResponseOf,
  Tour,
  TourCity,
  TourPlan,
} from '@jiechuan/contract';
import { wholeNumber, type FormValues } from '../../platform/forms.ts';

/** Minutes after midnight as 09:30. */
export const clockOf = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** Minutes after midnight; what is no time is left for the contract to refuse. */
export function minutesOf(clock: unknown): unknown {
  const [, hours, minutes] = /^(\d{1,2}):(\d{2})/.exec(typeof clock === 'string' ? clock : '') ?? [];
  return hours === undefined ? clock : Number(hours) * 60 + Number(minutes);
}

const lines = (value: unknown): string[] =>
  typeof value === 'string'
    ? value
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean)
    : [];

/** Rows of a form in their order, `name.0`, `name.1` …, without those in which nothing was typed. */
const rowsIn = (values: unknown, ...told: string[]): FormValues[] =>
  Object.entries((values ?? {}) as Record<string, FormValues>)
    .toSorted(([one], [other]) => Number(one) - Number(other))
    .flatMap(([, row]) => (told.some((name) => row[name] !== undefined) ? [row] : []));

/**
 * What a form says of a tour; anything that isn't as it should be is left for the contract to refuse by name.
 */
export function tourOf(values: FormValues): BodyOf<typeof createTour> {
  const guests = (values['guests'] ?? {}) as FormValues;
  const limits = (values['limits'] ?? {}) as FormValues;
  return {
    title: values['title'],
    guests: {
      organisationId: guests['organisationId'] ?? null,
      name: guests['name'],
      country: guests['country'],
      language: guests['language'],
      visitors: wholeNumber(guests['visitors']),
      persons: lines(guests['persons']),
    },
    firstDay: values['firstDay'],
    lastDay: values['lastDay'],
    startCity: values['startCity'],
    endCity: values['endCity'],
    limits: {
      starts: minutesOf(limits['starts']),
      ends: minutesOf(limits['ends']),
      maxTravel: wholeNumber(limits['maxTravel']),
      maxVisits: wholeNumber(limits['maxVisits']),
      meals: rowsIn(limits['meals'], 'from', 'to').map((meal) => ({
        from: minutesOf(meal['from']),
        to: minutesOf(meal['to']),
        minutes: wholeNumber(meal['minutes']),
      })),
    },
    funding: values['funding'],
    inviter: values['inviter'],
  } as BodyOf<typeof createTour>;
}

/** What a form says of a stop. */
export function stopOf(values: FormValues): BodyOf<typeof addTourStop> {
  const { host, name } = values;
  return {
    organisationId: host ?? null,
    name: name ?? null,
    city: values['city'],
    minutes: wholeNumber(values['minutes']),
    hours: rowsIn(values['hours'], 'opens', 'closes').map((span) => ({
      weekdays: span['weekdays'],
      opens: minutesOf(span['opens']),
      closes: minutesOf(span['closes']),
    })),
    capacity: values['capacity'] === undefined ? null : wholeNumber(values['capacity']),
    must: values['must'] !== undefined,
    wish: wholeNumber(values['wish']),
    languages: values['languages'] ?? [],
    samples: values['samples'] ?? null,
  } as BodyOf<typeof addTourStop>;
}

/** What a form says of who interprets; nobody where no name is typed. */
export function interpreterOf(values: FormValues): BodyOf<typeof assignInterpreter> {
  const { name, contact = null, languages = [] } = values;
  return { interpreter: name === undefined ? null : { name, contact, languages } } as BodyOf<
    typeof assignInterpreter
  >;
}

/** A city that tours go to, where it lies, and the code under which its places are. */
export type CityPlace = ResponseOf<typeof listTourTravelTimes>['cities'][number];

/** The city of a place in the directory, by its GB/T 2260 code; undefined beyond Sichuan and Chongqing. */
export const cityOf = (code: string | null | undefined, cities: readonly CityPlace[]): TourCity | undefined =>
  cities.find(({ division }) => code?.startsWith(division))?.city;

/** When a stop is visited. */
export function placeOf(plan: TourPlan | null, stopId: string): { date: string; start: number } | null {
  for (const { date, items } of plan?.days ?? [])
    for (const item of items)
      if (item.kind === 'visit' && item.stopId === stopId) return { date, start: item.start };
  return null;
}

/** All days of a tour, as calendar dates. */
export function datesOf(firstDay: string, lastDay: string): string[] {
  const dates: string[] = [];
  for (let at = Date.parse(firstDay); at <= Date.parse(lastDay); at += 86_400_000)
    dates.push(new Date(at).toISOString().slice(0, 10));
  return dates;
}

/** Minutes on the way and visits of a day, to be held against its limits. */
export const dayTotals = ({ items }: TourPlan['days'][number]): { travel: number; visits: number } => ({
  travel: items.reduce((sum, item) => (item.kind === 'leg' ? sum + item.end - item.start : sum), 0),
  visits: items.filter(({ kind }) => kind === 'visit').length,
});

/** What still speaks against a tour, or has to be thought of; by kind, with how much of it there is. */
export function openPoints(tour: Tour): { what: OpenPoint; number: number }[] {
  const planned = new Set(
    (tour.plan?.days ?? []).flatMap(({ items }) =>
      items.flatMap((item) => (item.kind === 'visit' ? [item.stopId] : [])),
    ),
  );
  const visited = tour.stops.filter(({ id }) => planned.has(id));
  const hosts = visited.filter(({ organisationId }) => organisationId !== null);
  const answered = (answer: Tour['stops'][number]['answer']) =>
    hosts.filter((stop) => stop.answer === answer).length;
  const draft = tour.state === 'draft';
  const counts: Record<OpenPoint, number> = {
    mustLeftOut: draft
      ? tour.stops.filter(({ id, must }) => must && tour.plan && !planned.has(id)).length
      : 0,
    notAsked: draft ? answered('none') : 0,
    noAnswer: draft ? answered('asked') : 0,
    declined: draft ? answered('declined') : 0,
    nobodyTalks: visited.filter(({ talk }) => talk === 'nobody').length,
    namesMissing: Math.max(0, tour.guests.visitors - tour.guests.persons.length),
    visaEnds: tour.visa.holds ? 0 : 1,
    cooled: new Set(tour.plan?.samples.flatMap(({ stopId, needs }) => (needs === 'nothing' ? [] : [stopId])))
      .size,
  };
  return (Object.keys(counts) as OpenPoint[]).flatMap((what) =>
    counts[what] > 0 ? [{ what, number: counts[what] }] : [],
  );
}
export type OpenPoint =
  | 'mustLeftOut'
  | 'notAsked'
  | 'noAnswer'
  | 'declined'
  | 'nobodyTalks'
  | 'namesMissing'
  | 'visaEnds'
  | 'cooled';
