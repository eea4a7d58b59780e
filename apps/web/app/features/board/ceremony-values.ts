import type { Ceremony, CeremonyInput } from '@jiechuan/contract';
import { clockAfter, instantOf, minuteOf, type Beginning } from '../../platform/clocks.ts';
import type { FormValues } from '../../platform/forms.ts';
import { linesOf, rowsOf, textsOf, tonguesOf } from '../../platform/lines.ts';

/** Languages that a ceremony is asked for in; those it has already come beside them. */
export const ceremonyTongues = (ceremony: Ceremony | null): string[] =>
  tonguesOf(ceremony ? [ceremony.names, ceremony.place, ...ceremony.agenda.map(({ titles }) => titles)] : []);

/**
 * An agenda as lines to be edited: time, a title in each tongue, speaker, with bars between; `+1 09:30` is on the next day.
 */
export const agendaLines = ({ agenda, startsAt, zone }: Ceremony, tongues: readonly string[]): string =>
  linesOf(
    agenda.map(({ minute, titles, speaker }) => [
      clockAfter(minute, { startsAt: Date.parse(startsAt), zone }),
      ...tongues.map((tongue) => titles[tongue] ?? ''),
      speaker ?? '',
    ]),
  );

/** Lines as they were typed or pasted from a sheet; what isn't as it should be is left for the contract to refuse. */
export const agendaOf = (
  lines: string,
  { tongues, ...beginning }: Beginning & { tongues: readonly string[] },
): CeremonyInput['agenda'] =>
  rowsOf(lines).map(([time = '', ...cells]) => ({
    minute: minuteOf(time, beginning),
    titles: textsOf(cells, tongues),
    speaker: cells[tongues.length] || null,
  }));

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
