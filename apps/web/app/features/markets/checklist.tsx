import type { getMarketVerdict, Outcome, ResponseOf, RuleCheck } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Badge } from '../../ui/badge.tsx';
import { Section } from '../../ui/section.tsx';
import { SourceLine } from './source-line.tsx';
import { ruleEffects } from '@jiechuan/contract/words';
import { useMarketWords } from './words.ts';

export type Verdict = ResponseOf<typeof getMarketVerdict>;

const tones = { pass: 'celadon', gap: 'seal', unknown: 'plain' } as const;
const frames = {
  refused: 'border-seal bg-alarm-wash',
  unknown: 'border-field bg-wash',
  needsDocuments: 'border-field bg-wash',
  clear: 'border-celadon bg-celadon-wash',
} as const;
/** What wants doing stands before what is done. */
const order: Outcome[] = ['gap', 'unknown', 'pass'];

/** The answer first: may it enter; then every rule that speaks of the product, with outcome, reason and citation. */
export function Checklist({ verdict }: { verdict: Verdict }) {
  const { t } = useTranslation('markets');
  const words = useMarketWords();
  const count = (outcome: Outcome) => verdict.checks.filter((check) => check.outcome === outcome).length;
  return (
    <Section
      id="checklist"
      title={t('check.title')}
      note={
        <>
          <Link to={`/products/${verdict.product.id}`} className="link">
            {words.of(verdict.product.names)}
          </Link>
          <span className="block">{t('check.on', { day: words.day(verdict.on) })}</span>
        </>
      }
    >
      <div className={`border-s-4 px-4 py-3 ${frames[verdict.entry]}`}>
        <p className="font-name text-2xl">{t(`entry.${verdict.entry}`)}</p>
        <p className="text-sm">{t(`entryAbout.${verdict.entry}`)}</p>
        <p className="mt-1 text-sm text-faded tabular-nums">
          {order.map((outcome) => `${t(`outcome.${outcome}`)} ${words.number(count(outcome))}`).join(' · ')}
        </p>
      </div>
      {ruleEffects.map((effect) => {
        const checks = verdict.checks
          .filter((check) => check.effect === effect)
          .toSorted((a, b) => order.indexOf(a.outcome) - order.indexOf(b.outcome));
        return checks.length === 0 ? null : (
          <div key={effect} className="mt-5">
            <h3 className="mb-1 font-medium">{t(`effect.${effect}`)}</h3>
            <ul className="border-t border-ink">
              {checks.map((check) => (
                <CheckLine key={check.ruleId} check={check} />
              ))}
            </ul>
          </div>
        );
      })}
    </Section>
  );
}

function CheckLine({ check }: { check: RuleCheck }) {
  const { t } = useTranslation('markets');
  const words = useMarketWords();
  return (
    <li className="grid gap-x-4 gap-y-1 border-b border-rule py-2.5 sm:grid-cols-[6rem_minmax(0,1fr)]">
      <p>
        <Badge tone={tones[check.outcome]}>{t(`outcome.${check.outcome}`)}</Badge>
      </p>
      <div className="min-w-0">
        <p className="font-medium">{words.reason(check.reason)}</p>
        <p>{words.of(check.requirement)}</p>
        <p className="mt-0.5">
          <SourceLine source={check.citation} />
        </p>
        <p className="text-xs text-faded">
          {[
            words.area(check.area),
            t(`confidence.${check.confidence}`),
            check.review
              ? t('rule.reviewed', { person: check.review.person, day: words.day(check.review.at) })
              : t('rule.notReviewed'),
          ].join(' · ')}
        </p>
      </div>
    </li>
  );
}
