import type { Demand, DemandMatch, ProblemDocument } from '@jiechuan/contract';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Form, Link, useRevalidator } from 'react-router';
import { Badge } from '../../ui/badge.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { ConfirmButton } from '../../ui/confirm-button.tsx';
import { useCountries } from '../../ui/countries.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Facts } from '../../ui/facts.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { Section } from '../../ui/section.tsx';
import { useWords } from '../../ui/text.ts';
import { Coverage } from './coverage.tsx';
import { MatchItem } from './match-item.tsx';

/** How often a page looks again while products are being held against its demand. */
const again = 1500;
/** Matches whose reasons are shown from the start. */
const told = 2;

/** What somebody wants: how much of it there is, from whom and why, and what to do. */
export function DemandPage(props: {
  demand: Demand;
  matches: DemandMatch[];
  problem?: ProblemDocument;
  /** The product whose answer was refused. */
  act?: string;
}) {
  const { t } = useTranslation(['matching', 'words']);
  const { number, of, day, money, list } = useWords();
  const countries = useCountries();
  const { demand, problem } = props;
  const looking = demand.state === 'open' && demand.coverage === null;
  useLookingAgain(looking);
  const fit = props.matches.filter(({ blockedBy }) => blockedBy.length === 0);
  const unfit = props.matches.filter(({ blockedBy }) => blockedBy.length > 0);
  const item = (match: DemandMatch, place: number) => (
    <MatchItem
      key={match.product.id}
      demand={demand}
      match={match}
      open={place < told}
      problem={props.act === match.product.id ? problem : undefined}
    />
  );
  return (
    <article>
      <title>{demand.words}</title>
      <header className="flex flex-wrap items-start justify-between gap-4 pb-5">
        <div className="min-w-0">
          <p className="flex flex-wrap gap-1">
            <Badge tone="celadon">{countries.name(demand.market)}</Badge>
            <Badge tone={demand.state === 'open' ? 'seal' : 'plain'}>
              {t(`matching:state.${demand.state}`)}
            </Badge>
          </p>
          <h1 className="mt-2 font-name text-3xl sm:text-4xl">{demand.words}</h1>
          <p className="mt-1 text-faded">
            <Link to={`/members/${demand.buyer.id}`} className="link">
              {of(demand.buyer.names)}
            </Link>{' '}
            · {t(`words:kind.${demand.buyer.kind}`)} · {countries.name(demand.buyer.country)}
          </p>
        </div>
        {!demand.mine && fit.length > 0 && demand.state === 'open' && (
          <ButtonLink
            to={`/deals/new?with=${demand.buyer.id}&demand=${demand.id}`}
            look="main"
            className="print:hidden"
          >
            {t('matching:match.deal')}
          </ButtonLink>
        )}
        {demand.mine && (
          <div className="flex flex-wrap gap-3 print:hidden">
            <ButtonLink to={`/demands/${demand.id}/change`}>{t('matching:page.change')}</ButtonLink>
            {demand.state === 'open' && (
              <Form method="post">
                <input type="hidden" name="act" value="close" />
                <ConfirmButton label={t('matching:page.close')} question={t('matching:page.closeQuestion')} />
              </Form>
            )}
          </div>
        )}
      </header>
      {!props.act && <ProblemNote problem={problem} />}
      <Section title={t('matching:page.answerTitle')}>
        <div role="status">
          {looking ? (
            <p>
              {t('matching:page.looking')}{' '}
              <Link to="." className="link">
                {t('matching:page.lookAgain')}
              </Link>
            </p>
          ) : (
            <Coverage demand={demand} />
          )}
        </div>
      </Section>
      <Section title={t('matching:page.wantedTitle')}>
        <Facts
          facts={[
            [
              t('matching:field.quantity'),
              t('matching:page.each', {
                quantity: number(demand.quantity),
                unit: t(`words:quantity.${demand.unit}`),
                rhythm: t(`matching:rhythm.${demand.rhythm}`),
              }),
            ],
            [t('matching:field.hs6'), demand.hs6],
            [
              t('matching:field.targetPrice'),
              demand.targetPrice &&
                `≤ ${money(demand.targetPrice.amount, demand.targetPrice.currency)} ${demand.incoterm}`,
            ],
            [t('matching:field.incoterm'), demand.targetPrice ? null : demand.incoterm],
            [
              t('matching:field.arrives'),
              demand.arrives && `${day(demand.arrives.earliest)} – ${day(demand.arrives.latest)}`,
            ],
            [t('matching:field.storage'), demand.storage && t(`words:temperature.${demand.storage}`)],
            [
              t('matching:field.certificates'),
              demand.certificates.length > 0 &&
                list(demand.certificates.map((kind) => t(`words:certificate.${kind}`))),
            ],
            [t('matching:field.openUntil'), day(demand.openUntil)],
          ]}
        />
        {demand.note && <p className="measure mt-3 whitespace-pre-line">{demand.note}</p>}
      </Section>
      <Section
        title={demand.mine ? t('matching:page.matchesTitle') : t('matching:page.ownMatchesTitle')}
        note={t('matching:page.matchesNote')}
      >
        {fit.length === 0 && !looking && (
          <EmptyState title={t(demand.mine ? 'matching:page.none' : 'matching:page.noneOfOurs')}>
            {t(demand.mine ? 'matching:page.noneAdvice' : 'matching:page.noneOfOursAdvice')}
          </EmptyState>
        )}
        <ol className="border-t border-ink">{fit.map(item)}</ol>
        {unfit.length > 0 && (
          <details className="mt-5">
            <summary className="link w-fit">{t('matching:page.unfit', { count: unfit.length })}</summary>
            <ol className="mt-2">{unfit.map((match) => item(match, told))}</ol>
          </details>
        )}
      </Section>
    </article>
  );
}

/** Reads the page anew while products are still being looked for; without script a link does it. */
function useLookingAgain(looking: boolean): void {
  const { revalidate } = useRevalidator();
  useEffect(() => {
    if (!looking) return undefined;
    const timer = setInterval(() => void revalidate(), again);
    return () => clearInterval(timer);
  }, [looking, revalidate]);
}
