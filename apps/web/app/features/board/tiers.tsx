import type { SigningBoard } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { useWords } from '../../ui/text.ts';

export const tiers = ['contract', 'effective', 'paid', 'intent'] as const;

/** How large figures are: the first tier's, the others'. */
const sizes = {
  page: ['text-4xl sm:text-5xl', 'text-3xl'],
  screen: ['text-4xl sm:text-8xl', 'text-3xl sm:text-5xl'],
  /** Beside something that matters more. */
  beside: ['text-3xl', 'text-xl'],
} as const;

/** Four figures that are never added together. Gold is for what was signed as a contract. */
export function Tiers({ board, size }: { board: SigningBoard; size: keyof typeof sizes }) {
  const { t } = useTranslation('board');
  const { money } = useWords();
  const [first, rest] = sizes[size];
  return (
    <dl
      className={
        size === 'beside'
          ? 'grid gap-y-4 border-y-2 border-ink py-4'
          : 'mb-8 grid gap-x-8 gap-y-6 border-y-2 border-ink py-5 sm:grid-cols-2'
      }
    >
      {tiers.map((tier) => {
        const { cny, deals, withoutRate } = board.tiers[tier];
        const contracted = tier === 'contract';
        return (
          <div key={tier} data-tier={tier} className={contracted && size !== 'beside' ? 'sm:col-span-2' : ''}>
            <dt className="text-sm text-faded">
              <span className="font-medium text-ink">{t(`tier.${tier}`)}</span>
              {size !== 'beside' && <span className="block">{t(`tierAbout.${tier}`)}</span>}
            </dt>
            <dd>
              <span
                className={`font-heading whitespace-nowrap tabular-nums ${contracted ? `${first} text-gold` : rest}`}
              >
                {money(cny, 'CNY')}
              </span>{' '}
              <span className="inline-block text-sm text-faded">
                {[t('deals', { count: deals }), withoutRate > 0 && t('withoutRate', { count: withoutRate })]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
