import type { Gathering, GatheringInput } from '@jiechuan/contract';
import { wholeNumber, type FormValues } from '../../platform/forms.ts';
import { instantOf, localOf } from '../board/ceremony-values.ts';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

/** Languages that a gathering is asked for in; those it has already come beside them. */
export const gatheringTongues = (gathering: Gathering | null): string[] => [
  ...new Set(
    ['zh-CN', 'en', 'ru'].concat(
      ...[
        gathering?.names ?? {},
        gathering?.about ?? {},
        gathering?.place ?? {},
        ...(gathering?.programme ?? []).map((one) => one.titles),
      ].map((texts) => Object.keys(texts)),
    ),
  ),
];

/**
 * A programme as lines to be edited: time, minutes, a title in each tongue, room, language, interpreter, with bars
 * between; `+1 09:30` is on the next day.
 */
export function programmeLines({ programme, startsAt, zone }: Gathering, tongues: readonly string[]): string {
  const start = Date.parse(startsAt);
  const firstDay = localOf(start, zone).slice(0, 10);
  return programme
    .map(({ minute, minutes, titles, room, language, interpreter }) => {
      const [day = '', clock = ''] = localOf(start + minute * minuteMs, zone).split('T');
      const days = Math.round((Date.parse(day) - Date.parse(firstDay)) / dayMs);
      const cells = [
        days === 0 ? clock : `+${days} ${clock}`,
        String(minutes),
        ...tongues.map((tongue) => titles[tongue] ?? ''),
        room ?? '',
        language ?? '',
        interpreter ?? '',
      ];
      // A title with a bar in it keeps it: tabs divide as well.
      return cells.some((cell) => cell.includes('|'))
        ? cells.map((cell) => cell.replaceAll('\t', ' ')).join('\t')
        : cells.join(' | ').trimEnd();
    })
    .join('\n');
}

/** Lines as they were typed or pasted from a sheet; what isn't as it should be is left for the contract to refuse. */
function programmeOf(
  lines: string,
  { startsAt, zone, tongues }: { startsAt: number; zone: string; tongues: readonly string[] },
): GatheringInput['programme'] {
  const first = Date.parse(localOf(startsAt, zone).slice(0, 10));
  return lines
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const cells = line.split(line.includes('\t') ? '\t' : '|').map((cell) => cell.trim());
      const [, days = '0', clock] = /^(?:\+(\d+)\s+)?(\d{1,2}:\d{2})$/.exec(cells[0] ?? '') ?? [];
      const day = new Date(first + Number(days) * dayMs).toISOString().slice(0, 10);
      const at = clock === undefined ? NaN : instantOf(`${day}T${clock.padStart(5, '0')}`, zone);
      const [room, language, interpreter] = cells.slice(tongues.length + 2);
      return {
        minute: Math.round((at - startsAt) / minuteMs),
        minutes: wholeNumber(cells[1]) as number,
        titles: Object.fromEntries(
          tongues.flatMap((tongue, place) => (cells[place + 2] ? [[tongue, cells[place + 2]!]] : [])),
        ),
        room: room || null,
        language: language || null,
        interpreter: interpreter || null,
      };
    });
}

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
    languages: text('languages')
      .split(/[\s,，、]+/)
      .filter(Boolean),
  } as unknown as Omit<GatheringInput, 'startsAt' | 'endsAt' | 'programme' | 'matchmaking'>;
  try {
    const startsAt = instantOf(text('startsAt'), zone);
    const instant = (at: number, typed: string) => (Number.isNaN(at) ? typed : new Date(at).toISOString());
    const first = String(slots['first'] ?? '');
    const clock = Number.isNaN(startsAt)
      ? NaN
      : instantOf(`${localOf(startsAt, zone).slice(0, 10)}T${first}`, zone);
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
              minute: Math.round((clock - startsAt) / minuteMs),
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
