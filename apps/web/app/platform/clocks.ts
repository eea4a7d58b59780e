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

/** When something begins, and by which clocks it is read. */
export interface Beginning {
  /** Milliseconds of the Unix epoch. */
  startsAt: number;
  zone: string;
}

/** Minutes after a beginning as its clocks show them: `09:30`, on a later day `+1 09:30`. */
export function clockAfter(minute: number, { startsAt, zone }: Beginning): string {
  const [day = '', clock = ''] = localOf(startsAt + minute * minuteMs, zone).split('T');
  const days = Math.round((Date.parse(day) - Date.parse(localOf(startsAt, zone).slice(0, 10))) / dayMs);
  return days === 0 ? clock : `+${days} ${clock}`;
}

/** Minutes after a beginning of what `clockAfter` shows; NaN for what is no such time. */
export function minuteOf(typed: string, { startsAt, zone }: Beginning): number {
  const [, days = '0', clock] = /^(?:\+(\d{1,3})\s+)?(\d{1,2}:\d{2})$/.exec(typed) ?? [];
  if (clock === undefined) return NaN;
  const first = Date.parse(localOf(startsAt, zone).slice(0, 10));
  const day = new Date(first + Number(days) * dayMs).toISOString().slice(0, 10);
  return Math.round((instantOf(`${day}T${clock.padStart(5, '0')}`, zone) - startsAt) / minuteMs);
}
