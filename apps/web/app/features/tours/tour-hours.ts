import type { TourStop } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { useWords } from '../../ui/text.ts';
import { clockOf } from './tour-values.ts';

/** Days of the week that a form offers first, as ISO numbers; others stay as they are. */
export const usualWeekdays = ['12345', '123456', '1234567', '6', '7', '67'] as const;

/** Opening hours in words of the reader's language. */
export function useHours() {
  const { t } = useTranslation('tours');
  const { language, list } = useWords();
  /** 1 January 2024 was a Monday. */
  const weekday = (nth: string) =>
    new Intl.DateTimeFormat(language, { weekday: 'short', timeZone: 'UTC' }).format(
      Date.UTC(2024, 0, Number(nth)),
    );
  const weekdays = (days: string): string => {
    if (days === '1234567') return t('stop.everyDay');
    const first = Number(days[0]);
    const inARow = days.length > 2 && [...days].every((day, at) => Number(day) === first + at);
    return inARow
      ? t('stop.weekdayRange', { first: weekday(days[0]!), last: weekday(days.at(-1)!) })
      : list([...days].map(weekday));
  };
  return {
    weekdays,
    hours: (spans: TourStop['hours']): string => {
      const byDays = new Map<string, string[]>();
      for (const { weekdays: days, opens, closes } of spans)
        byDays.set(days, [
          ...(byDays.get(days) ?? []),
          t('table.span', { from: clockOf(opens), until: clockOf(closes) }),
        ]);
      return [...byDays]
        .map(([days, clocks]) => t('stop.openOn', { days: weekdays(days), clocks: list(clocks) }))
        .join(' · ');
    },
  };
}
