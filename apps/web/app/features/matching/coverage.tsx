import type { Demand } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { useWords } from '../../ui/text.ts';

type Covered = Pick<Demand, 'unit' | 'coverage'>;

/** Tonnes are added up in kilograms. */
const monthlyUnit = (unit: Demand['unit']) => (unit === 'TNE' ? 'KGM' : unit);

/** How much is matched of what is wanted, in words: “380 of 500 kg a month”. */
export function useCoverage() {
  const { t } = useTranslation(['matching', 'words']);
  const { number } = useWords();
  return ({ unit, coverage }: Covered): string =>
    coverage === null
      ? t('matching:page.looking')
      : t('matching:page.covered', {
          matched: number(coverage.matched),
          wanted: number(coverage.wanted),
          unit: t(`words:quantity.${monthlyUnit(unit)}`),
        });
}

/** The answer of a demand's page: the quantity large, drawn as a bar, then what is lacking and why. */
export function Coverage({ demand }: { demand: Covered }) {
  const { t } = useTranslation(['matching', 'words']);
  const { number } = useWords();
  const { coverage } = demand;
  if (!coverage) return null;
  const unit = t(`words:quantity.${monthlyUnit(demand.unit)}`);
  const lacking = coverage.wanted - coverage.matched;
  return (
    <div>
      <p>
        <span className="font-heading text-5xl tabular-nums">{number(coverage.matched)}</span>{' '}
        <span className="text-faded">
          {t('matching:page.ofWanted', { wanted: number(coverage.wanted), unit })}
        </span>
      </p>
      <svg
        viewBox="0 0 100 2"
        preserveAspectRatio="none"
        aria-hidden="true"
        className="mt-2 h-2 w-full max-w-xl"
      >
        <rect width="100" height="2" className="fill-rule" />
        <rect width={(100 * coverage.matched) / coverage.wanted} height="2" className="fill-celadon" />
      </svg>
      <p className="mt-2">
        {t('matching:page.makers', { count: coverage.makers })}
        {lacking > 0 && coverage.whyShort && (
          <>
            {' '}
            <strong className="text-seal">
              {t('matching:page.lacking', { quantity: number(lacking), unit })}
            </strong>{' '}
            {t(`matching:page.why.${coverage.whyShort}`)}
          </>
        )}
      </p>
    </div>
  );
}
