import type { Matchmaking, MeetingSlot } from '@jiechuan/contract';

const minuteMs = 60_000;

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
