import type { MarketRule } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { SourceLine } from './source-line.tsx';
import { useMarketWords } from './words.ts';

/** A rule as it stands: what is asked, where it is written, since when, who has looked. */
export function RuleItem({ rule, edits }: { rule: MarketRule; edits: boolean }) {
  const { t } = useTranslation(['markets', 'words']);
  const words = useMarketWords();
  const papers = rule.evidence.certificates.map((kind) => t(`words:certificate.${kind}`));
  return (
    <li className="border-b border-rule py-2.5">
      <p>{words.of(rule.requirement)}</p>
      {papers.length > 0 && (
        <p className="text-sm">{t('markets:rule.evidence', { papers: papers.join(t('markets:rule.or')) })}</p>
      )}
      <p className="mt-0.5">
        <SourceLine source={rule.source} />
      </p>
      <p className="flex flex-wrap gap-x-2 text-xs text-faded">
        <code>{rule.code}</code>
        <span>{t(`markets:confidence.${rule.confidence}`)}</span>
        {rule.validFrom && <span>{t('markets:rule.from', { day: words.day(rule.validFrom) })}</span>}
        {rule.validTo && <span>{t('markets:rule.to', { day: words.day(rule.validTo) })}</span>}
        <span>
          {rule.review
            ? t('markets:rule.reviewed', { person: rule.review.person, day: words.day(rule.review.at) })
            : t('markets:rule.notReviewed')}
        </span>
        {edits && (
          <Link to={`/market-rules/${rule.id}`} className="link">
            {t('markets:edit.edit')}
            <span className="sr-only"> {rule.code}</span>
          </Link>
        )}
      </p>
    </li>
  );
}
