import type {
  Charge,
  FlaggedHabit,
  HabitNote,
  Market,
  MarketRule,
  ProblemDocument,
} from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { Badge } from '../../ui/badge.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Section } from '../../ui/section.tsx';
import { ChargeTable } from './charge-table.tsx';
import { Checklist, type Verdict } from './checklist.tsx';
import { HabitItem } from './habit-item.tsx';
import { RuleItem } from './rule-item.tsx';
import { ruleEffects } from '@jiechuan/contract/words';
import { useMarketWords } from './words.ts';

/** One market: the checklist of a product where one is asked about, then rules, habits and charges with their sources. */
export function MarketPage(props: {
  market: Market;
  rules: MarketRule[];
  habits: HabitNote[];
  charges: Charge[];
  verdict: Verdict | null;
  edits: boolean;
  speaks: boolean;
  asks: boolean;
  spoken?: { habitId: string; problem: ProblemDocument };
}) {
  const { t } = useTranslation(['markets', 'words']);
  const words = useMarketWords();
  const { market, verdict } = props;
  const name = words.of(market.names);
  const habits: (HabitNote | FlaggedHabit)[] = verdict
    ? verdict.habits.toSorted((a, b) => Number(b.outcome === 'gap') - Number(a.outcome === 'gap'))
    : props.habits;
  const ask = new URLSearchParams({ market: market.code, ...(verdict && { product: verdict.product.id }) });
  return (
    <article>
      <title>{t('markets:page.title', { market: name })}</title>
      <header className="pb-6">
        <p className="flex flex-wrap gap-1">
          <Badge tone="celadon">{t(`words:continent.${market.continent}`)}</Badge>
          {market.unions.map((union) => (
            <Badge key={union} tone="celadon">
              {words.area(union)}
            </Badge>
          ))}
          <Badge>{market.currency}</Badge>
        </p>
        <h1 className="mt-2 font-name text-4xl">{name}</h1>
        <p className="mt-1 text-faded">{words.list(market.languages.map(words.tongue))}</p>
        <p className="mt-4 flex flex-wrap gap-3 print:hidden">
          {props.asks && <ButtonLink to={`/questions/new?${ask}`}>{t('markets:page.ask')}</ButtonLink>}
          {props.edits && (
            <>
              <ButtonLink to={`/markets/${market.code}/rules/new`}>{t('markets:edit.newRule')}</ButtonLink>
              <ButtonLink to={`/markets/${market.code}/habits/new`}>{t('markets:edit.newHabit')}</ButtonLink>
            </>
          )}
        </p>
      </header>
      {verdict && <Checklist verdict={verdict} />}
      {!verdict &&
        ruleEffects.map((effect) => {
          const rules = props.rules.filter((rule) => rule.effect === effect);
          return (
            rules.length > 0 && (
              <Section
                key={effect}
                title={t(`markets:effect.${effect}`)}
                note={
                  <>
                    {t(`markets:effectAbout.${effect}`)}
                    <span className="block">{t('markets:list.rules', { count: rules.length })}</span>
                  </>
                }
              >
                <ul className="border-t border-ink">
                  {rules.map((rule) => (
                    <RuleItem key={rule.id} rule={rule} edits={props.edits} />
                  ))}
                </ul>
              </Section>
            )
          );
        })}
      <Section title={t('markets:habit.title')} note={t('markets:habit.about')}>
        {habits.length === 0 ? (
          <EmptyState title={t('markets:habit.none')}>{t('markets:habit.noneAdvice')}</EmptyState>
        ) : (
          <ul className="border-t border-ink">
            {habits.map((habit) => (
              <HabitItem
                key={habit.id}
                habit={habit}
                edits={props.edits}
                speaks={props.speaks}
                problem={props.spoken?.habitId === habit.id ? props.spoken.problem : undefined}
              />
            ))}
          </ul>
        )}
      </Section>
      <Section title={t('markets:charges.title')} note={t('markets:charges.about')}>
        {props.charges.length === 0 ? (
          <EmptyState title={t('markets:charges.none')}>{t('markets:charges.noneAdvice')}</EmptyState>
        ) : (
          <ChargeTable charges={props.charges} />
        )}
      </Section>
    </article>
  );
}
