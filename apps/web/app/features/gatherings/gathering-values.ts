import type { Gathering, GatheringInput } from '@jiechuan/contract';
import { clockAfter, instantOf, localOf, minuteOf, type Beginning } from '../../platform/clocks.ts';
import { wholeNumber, type FormValues } from '../../platform/forms.ts';
import { linesOf, rowsOf, textsOf, tonguesOf } from '../../platform/lines.ts';

/** Languages that a gathering is asked for in; those it has already come beside them. */
export const gatheringTongues = (gathering: Gathering | null): string[] =>
  tonguesOf(
    gathering
      ? [
          gathering.names,
          gathering.about,
          gathering.place,
          ...gathering.programme.map(({ titles }) => titles),
        ]
      : [],
  );

/**
 * A programme as lines to be edited: time, minutes, a title in each tongue, room, language, interpreter, with bars
 * between; `+1 09:30` is on the next day.
 */
export const programmeLines = (
  { programme, startsAt, zone }: Gathering,
  tongues: readonly string[],
): string =>
  linesOf(
    programme.map(({ minute, minutes, titles, room, language, interpreter }) => [
      clockAfter(minute, { startsAt: Date.parse(startsAt), zone }),
      String(minutes),
      ...tongues.map((tongue) => titles[tongue] ?? ''),
      room ?? '',
      language ?? '',
      interpreter ?? '',
    ]),
  );

/** Lines as they were typed or pasted from a sheet; what isn't as it should be is left for the contract to refuse. */
const programmeOf = (
  lines: string,
  { tongues, ...beginning }: Beginning & { tongues: readonly string[] },
): GatheringInput['programme'] =>
  rowsOf(lines).map(([time = '', minutes, ...cells]) => {
    const [room, language, interpreter] = cells.slice(tongues.length);
    return {
      minute: minuteOf(time, beginning),
      minutes: wholeNumber(minutes) as number,
      titles: textsOf(cells, tongues),
      room: room || null,
      language: language || null,
      interpreter: interpreter || null,
    };
  });

/** Interpreters as lines to be edited: two languages and how many. */
export const interpreterLines = ({ interpreters }: Gathering): string =>
  linesOf(interpreters.map(({ between, count }) => [...between, String(count)]));

/** Lines as they were typed; what isn't as it should be is left for the contract to refuse. */
const interpretersOf = (lines: string): GatheringInput['interpreters'] =>
  rowsOf(lines).map(([one = '', other = '', count = '1']) => ({
    between: [one, other],
    count: wholeNumber(count) as number,
  }));

/** Language codes as they are typed, divided by commas or spaces. */
export const codesOf = (typed: unknown): string[] =>
  typeof typed === 'string' ? typed.split(/[\s,，、]+/).filter(Boolean) : [];

/** What a form says of a gathering; anything that isn't as it should be is left for the contract to refuse by name. */
export function gatheringOf(values: FormValues): GatheringInput {
  const text = (name: string): string => (typeof values[name] === 'string' ? values[name] : '');
  const zone = text('zone');
  const { names = {}, about = {}, place = {} } = values;
  const slots = (values['matchmaking'] ?? {}) as FormValues;
  const given = {
    kind: text('kind'),
    names,
    about,
    place,
    city: text('city'),
    country: text('country'),
    zone,
    capacity: wholeNumber(values['capacity']),
    languages: codesOf(text('languages')),
    interpreters: interpretersOf(text('interpreters')),
  } as unknown as Omit<GatheringInput, 'startsAt' | 'endsAt' | 'programme' | 'matchmaking'>;
  try {
    const startsAt = instantOf(text('startsAt'), zone);
    const instant = (at: number, typed: string) => (Number.isNaN(at) ? typed : new Date(at).toISOString());
    const first = String(slots['first'] ?? '');
    return {
      ...given,
      startsAt: instant(startsAt, text('startsAt')),
      endsAt: instant(instantOf(text('endsAt'), zone), text('endsAt')),
      programme: Number.isNaN(startsAt)
        ? []
        : programmeOf(text('programme'), { startsAt, zone, tongues: text('tongues').split(',') }),
      matchmaking:
        values['meets'] === undefined
          ? null
          : ({
              minute: Number.isNaN(startsAt) ? NaN : minuteOf(first, { startsAt, zone }),
              ...Object.fromEntries(
                [
                  'slotMinutes',
                  'pauseMinutes',
                  'morningSlots',
                  'noonMinutes',
                  'afternoonSlots',
                  'tables',
                ].map((name) => [name, wholeNumber(slots[name])]),
              ),
            } as NonNullable<GatheringInput['matchmaking']>),
    };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    // No such zone, which the contract says, too.
    return {
      ...given,
      startsAt: text('startsAt'),
      endsAt: text('endsAt'),
      programme: [],
      matchmaking: null,
    };
  }
}

/** When the first slot begins, by the clocks of the place: 10:00. */
export const firstSlot = ({ slots, zone }: Gathering): string =>
  slots[0] ? localOf(Date.parse(slots[0].startsAt), zone).slice(11) : '';
