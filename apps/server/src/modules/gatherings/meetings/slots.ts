import type { Matchmaking, MeetingSlot } from '@jiechuan/contract';

const minuteMs = 60_000;

/** How many slots have begun: the number of the one that is running or was the last. */
export const begun = (slots: readonly MeetingSlot[]): number =>
  slots.filter(({ startsAt }) => Date.parse(startsAt) <= Date.now()).length;

/** The slots of a gathering's meetings in their order, by the clock. @param startsAt when the gathering begins */
export function slotsOf(startsAt: Date, matchmaking: Matchmaking | null): MeetingSlot[] {
  if (!matchmaking) return [];
  const { minute, slotMinutes, pauseMinutes, morningSlots, noonMinutes, afternoonSlots } = matchmaking;
  const slots: MeetingSlot[] = [];
  let at = startsAt.getTime() + minute * minuteMs;
  for (let number = 1; number <= morningSlots + afternoonSlots; number++) {
    if (number > 1) at += (number === morningSlots + 1 ? noonMinutes : pauseMinutes) * minuteMs;
    const end = at + slotMinutes * minuteMs;
    slots.push({
      number,
      startsAt: new Date(at).toISOString(),
      endsAt: new Date(end).toISOString(),
      session: number <= morningSlots ? 'morning' : 'afternoon',
    });
    at = end;
  }
  return slots;
}

/** When a slot begins, by the clocks of the place. */
export const clockOf = (
  { startsAt }: Pick<MeetingSlot, 'startsAt'>,
  { zone }: { zone: string },
  language: string,
): string =>
  new Intl.DateTimeFormat(language, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: zone,
  }).format(new Date(startsAt));
