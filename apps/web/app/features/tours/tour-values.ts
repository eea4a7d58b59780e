import type { BodyOf, createTour, addTourStop, Tour, TourPlan } from '@jiechuan/contract';
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

/**
 * What a form says of a tour; anything that isn't as it should be is left for the contract to refuse by name.
 * @param before what it changes: meals that the form doesn't ask for stay
 */
export function tourOf(values: FormValues, before?: Tour): BodyOf<typeof createTour> {
  const guests = (values['guests'] ?? {}) as FormValues;
  const limits = (values['limits'] ?? {}) as FormValues;
  const meal = (values['meal'] ?? {}) as FormValues;
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
      meals: [
        { from: minutesOf(meal['from']), to: minutesOf(meal['to']), minutes: wholeNumber(meal['minutes']) },
        ...(before?.limits.meals.slice(1) ?? []),
      ],
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
    hours: [
      {
        weekdays: values['weekdays'],
        opens: minutesOf(values['opens']),
        closes: minutesOf(values['closes']),
      },
    ],
    capacity: values['capacity'] === undefined ? null : wholeNumber(values['capacity']),
    must: values['must'] !== undefined,
    wish: wholeNumber(values['wish']),
    languages: values['languages[]'] ?? values['languages'] ?? [],
    samples: values['samples'] ?? null,
  } as BodyOf<typeof addTourStop>;
}

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
