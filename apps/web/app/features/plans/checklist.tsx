import type { PlanCheck, PlanResult } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Section } from '../../ui/section.tsx';
import { useWords } from '../../ui/text.ts';
import { OutcomeMark } from './outcome-mark.tsx';
import { textOf } from './reasons.tsx';
import { SourceNote } from './source-note.tsx';

const effects = ['blocks', 'needsDocument', 'label'] as const;
/** What stands in the way is read first. */
const order = { gap: 0, unknown: 1, pass: 2 } as const;

/** The market's rules held against the product, by what breaking them brings. */
export function Checklist({ checks, entry }: Pick<PlanResult, 'checks' | 'entry'>) {
  const { t } = useTranslation('plans');
  return (
    <Section id="rules" title={t('rules.title')} note={t(`entry.${entry}`)}>
      {checks.length === 0 ? (
        <EmptyState title={t('rules.none')}>{t('rules.noneAdvice')}</EmptyState>
      ) : (
        effects.map((effect) => {
          const group = checks
            .filter((check) => check.effect === effect)
            .toSorted((a, b) => order[a.outcome] - order[b.outcome]);
          return (
            group.length > 0 && (
              <div key={effect} className="mb-6 last:mb-0">
                <h3 className="mb-1 text-lg">
                  {t(`effect.${effect}`)}{' '}
                  <span className="font-sans text-sm font-normal text-faded">
                    {t('rules.met', {
                      count: group.length,
                      met: group.filter(({ outcome }) => outcome === 'pass').length,
                    })}
                  </span>
                </h3>
                <ul className="border-t border-ink">
                  {group.map((check) => (
                    <Check key={check.ruleId} check={check} />
                  ))}
                </ul>
              </div>
            )
          );
        })
      )}
    </Section>
  );
}

function Check({ check }: { check: PlanCheck }) {
  const { t } = useTranslation(['plans', 'words']);
  const { of, day, list, tongue } = useWords();
  const { certificates, labelLanguages } = check.evidence;
  const wanted = [
    ...certificates.map((kind) => t(`words:certificate.${kind}`)),
    ...(labelLanguages.length > 0
      ? [t('plans:rules.label', { languages: list(labelLanguages.map(tongue)) })]
      : []),
  ];
  return (
    <li className="grid gap-x-4 gap-y-1 border-b border-rule py-2.5 sm:grid-cols-[8rem_minmax(0,1fr)]">
      <p
        className={`flex items-center gap-1.5 self-start font-medium ${check.outcome === 'gap' ? 'text-seal' : ''}`}
      >
        <OutcomeMark outcome={check.outcome} />
        {t(`plans:outcome.${check.outcome}`)}
      </p>
      <div className="min-w-0">
        <p>{of(check.requirement)}</p>
        <p className="text-sm">{textOf(check.reason)}</p>
        {check.outcome !== 'pass' && wanted.length > 0 && (
          <p className="text-sm">
            <span className="text-faded">{t('plans:rules.evidence')}</span> {list(wanted)}
          </p>
        )}
        <p className="mt-0.5 flex flex-wrap gap-x-3 text-xs text-faded">
          <SourceNote source={check.source} confidence={check.confidence} />
          {(check.validFrom || check.validTo) && (
            <span>
              {check.validFrom && t('plans:rules.from', { day: day(check.validFrom) })}{' '}
              {check.validTo && t('plans:rules.to', { day: day(check.validTo) })}
            </span>
          )}
          <span>
            {check.review
              ? t('plans:rules.reviewer', { name: check.review.person, day: day(check.review.at) })
              : t('plans:rules.unreviewed')}
          </span>
          <span className="font-mono">{check.code}</span>
        </p>
      </div>
    </li>
  );
}
