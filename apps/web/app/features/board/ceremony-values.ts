import type { Ceremony, CeremonyInput } from '@jiechuan/contract';
import type { FormValues } from '../../platform/forms.ts';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

/** What a zone's clocks show at an instant, to the minute: 2026-12-01T09:30. @throws RangeError where there is no such zone */
export function localOf(at: number, zone: string): string {
  const shown = new Intl.DateTimeFormat('sv-SE', {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: zone,
  }).format(at);
  return shown.replace(' ', 'T');
}

/**
 * The instant at which a zone's clocks show a local time: the first of two where an hour is repeated, and as much later as the
 * gap is wide where it is left out. In milliseconds of the Unix epoch; NaN for what is no time.
 * @throws RangeError where there is no such zone
 */
export function instantOf(local: string, zone: string): number {
  const wall = Date.parse(`${local}Z`);
  if (Number.isNaN(wall)) return wall;
  const offset = (at: number) => Date.parse(`${localOf(at, zone)}Z`) - Math.floor(at / minuteMs) * minuteMs;
  const [before, after] = [wall - offset(wall - dayMs), wall - offset(wall + dayMs)];
  const fits = [before, after].filter((at) => localOf(at, zone) === local);
  return fits.length > 0 ? Math.min(...fits) : before;
}

/** Languages that a ceremony is asked for in; those it has already come beside them. */
export const ceremonyTongues = (ceremony: Ceremony | null): string[] => [
  ...new Set(
    ['zh-CN', 'en', 'ru'].concat(
      ...[
        ceremony?.names ?? {},
        ceremony?.place ?? {},
        ...(ceremony?.agenda ?? []).map((one) => one.titles),
      ].map((texts) => Object.keys(texts)),
    ),
  ),
];

/**
 * An agenda as lines to be edited: time, a title in each tongue, speaker, with bars between; `+1 09:30` is on the next day.
 */
export function agendaLines({ agenda, startsAt, zone }: Ceremony, tongues: readonly string[]): string {
  const start = Date.parse(startsAt);
  const firstDay = localOf(start, zone).slice(0, 10);
  return agenda
    .map(({ minute, titles, speaker }) => {
      const [day = '', clock = ''] = localOf(start + minute * minuteMs, zone).split('T');
      const days = Math.round((Date.parse(day) - Date.parse(firstDay)) / dayMs);
      const cells = [
        days === 0 ? clock : `+${days} ${clock}`,
        ...tongues.map((tongue) => titles[tongue] ?? ''),
        speaker ?? '',
      ];
      // A title with a bar in it keeps it: tabs divide as well.
      return cells.some((cell) => cell.includes('|'))
        ? cells.map((cell) => cell.replaceAll('\t', ' ')).join('\t')
        : cells.join(' | ').trimEnd();
    })
    .join('\n');
}

/** Lines as they were typed or pasted from a sheet; what isn't as it should be is left for the contract to refuse. */
export function agendaOf(
  lines: string,
  { startsAt, zone, tongues }: { startsAt: number; zone: string; tongues: readonly string[] },
): CeremonyInput['agenda'] {
  const first = Date.parse(localOf(startsAt, zone).slice(0, 10));
  return lines
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const cells = line.split(line.includes('\t') ? '\t' : '|').map((cell) => cell.trim());
      const [, days = '0', clock] = /^(?:\+(\d)\s+)?(\d{1,2}:\d{2})$/.exec(cells[0] ?? '') ?? [];
      const day = new Date(first + Number(days) * dayMs).toISOString().slice(0, 10);
      const at = clock === undefined ? NaN : instantOf(`${day}T${clock.padStart(5, '0')}`, zone);
      const speaker = cells[tongues.length + 1];
      return {
        minute: Math.round((at - startsAt) / minuteMs),
        titles: Object.fromEntries(
          tongues.flatMap((tongue, place) => (cells[place + 1] ? [[tongue, cells[place + 1]!]] : [])),
        ),
        speaker: speaker || null,
      };
    });
}

/** What a form says of a ceremony; anything that isn't as it should be is left for the contract to refuse by name. */
export function ceremonyOf(values: FormValues): CeremonyInput {
  const text = (name: string): string => (typeof values[name] === 'string' ? values[name] : '');
  const zone = text('zone');
  const { names = {}, place = {} } = values;
  const given = { names, place, zone } as Pick<CeremonyInput, 'names' | 'place' | 'zone'>;
  try {
    const startsAt = instantOf(text('startsAt'), zone);
    const instant = (at: number, typed: string) => (Number.isNaN(at) ? typed : new Date(at).toISOString());
    const tongues = text('tongues').split(',');
    return {
      ...given,
      startsAt: instant(startsAt, text('startsAt')),
      endsAt: instant(instantOf(text('endsAt'), zone), text('endsAt')),
      agenda: Number.isNaN(startsAt) ? [] : agendaOf(text('agenda'), { startsAt, zone, tongues }),
    };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    // No such zone, which the contract says, too.
    return { ...given, startsAt: text('startsAt'), endsAt: text('endsAt'), agenda: [] };
  }
}
