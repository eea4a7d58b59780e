import type { DemandMatch } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { useWords } from '../../ui/text.ts';

type Told = Pick<DemandMatch['blockedBy'][number], 'code' | 'params'>;

/** Why a match has its points, and why it is none, in the reader's words. */
export function useReasons() {
  const { t } = useTranslation(['matching', 'words']);
  const { number, money, percent } = useWords();
  const written = ({ params }: Told): Record<string, string | number> => {
    const currency = typeof params['currency'] === 'string' ? params['currency'] : null;
    return Object.fromEntries(
      Object.entries(params).map(([name, value]) => {
        if (typeof value === 'string') return [name, value];
        if (name === 'asked' || name === 'target')
          return [name, currency ? money(value, currency) : number(value)];
        if (name === 'trust' || name === 'lifeLeft' || name === 'words') return [name, percent(value * 1000)];
        if (name === 'capacity' || name === 'wanted' || name === 'minimum') return [name, number(value)];
        return [name, value];
      }),
    );
  };
  return {
    /** @param window whether the demand says when it is to arrive */
    reason(told: Told, window: boolean): string {
      const { params } = told;
      if (told.code === 'character')
        return [
          t(`matching:reason.gi.${params['gi'] === 1 ? 'yes' : 'no'}`),
          t(`matching:reason.origin.${params['origin'] === 1 ? 'yes' : 'no'}`),
          t(`matching:reason.story.${String(params['story'])}`),
        ].join(' · ');
      if (told.code === 'goods')
        return [
          t('matching:reason.words', written(told)),
          t(`matching:reason.digits.${String(params['digits'])}`),
        ].join(' · ');
      const count = params['between'] ?? params['days'] ?? params['times'];
      const code = window ? told.code : told.code.replace(/^roadOff$/, 'roadLong');
      return t(`matching:reason.${code}`, {
        ...written(told),
        ...(typeof count === 'number' && { count }),
      });
    },
    blocked(told: Told): string {
      const { certificate, storage, unit } = told.params;
      return t(`matching:blocked.${told.code}`, {
        ...written(told),
        ...(certificate !== undefined && { certificate: t(`words:certificate.${certificate}`) }),
        ...(storage !== undefined && { storage: t(`words:temperature.${storage}`) }),
        ...(unit !== undefined && { unit: t(`words:quantity.${unit}`) }),
      });
    },
  };
}
