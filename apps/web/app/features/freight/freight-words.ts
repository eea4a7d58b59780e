import type { Confidence, TemperatureClass } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { useWords } from '../../ui/text.ts';

/** A Monday: days of the week are named by the locale. */
const monday = Date.UTC(2024, 0, 1);

/** Words of the network: weekdays, durations, times in a hub's own zone. */
export function useFreightWords() {
  const { t } = useTranslation(['words', 'freight']);
  const { language, list } = useWords();
  const unit = (value: number, name: 'day' | 'hour' | 'minute') =>
    new Intl.NumberFormat(language, { style: 'unit', unit: name, unitDisplay: 'long' }).format(value);
  return {
    /** @param days ISO weekdays, 1 is Monday */
    weekdays: (days: readonly number[]): string =>
      days.length === 7
        ? t('freight:daily')
        : list(
            days.map((day) =>
              new Intl.DateTimeFormat(language, { weekday: 'short', timeZone: 'UTC' }).format(
                monday + (day - 1) * 86_400_000,
              ),
            ),
          ),
    /** @param minutes whole minutes: days and hours from two days on, hours below */
    duration(minutes: number): string {
      const hours = Math.round(minutes / 60);
      if (minutes < 60) return unit(minutes, 'minute');
      if (hours < 48) return unit(hours, 'hour');
      const [days, rest] = [Math.floor(hours / 24), hours % 24];
      return rest === 0 ? unit(days, 'day') : `${unit(days, 'day')} ${unit(rest, 'hour')}`;
    },
    kilometres: (km: number): string =>
      new Intl.NumberFormat(language, { style: 'unit', unit: 'kilometer' }).format(km),
    /** An instant as the clocks of a zone show it, the weekday first. */
    local: (instant: string, zone: string): string =>
      new Intl.DateTimeFormat(language, {
        weekday: 'short',
        month: 'short',
        day: 'numeric',
        hour: '2-digit',
        minute: '2-digit',
        hourCycle: 'h23',
        timeZone: zone,
      }).format(new Date(instant)),
    confidence: (value: Confidence): string => t(`words:confidence.${value}`),
    classes: (values: readonly TemperatureClass[]): string =>
      list(values.map((value) => t(`words:temperature.${value}`))),
  };
}
