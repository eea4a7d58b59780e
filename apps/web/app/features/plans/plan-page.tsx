import type { listPlanShares, PlanPage, ProblemDocument, ResponseOf } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { Form, Link, useNavigation } from 'react-router';
import { useCountries } from '../../ui/countries.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { inLanguage, useWords } from '../../ui/text.ts';
import { Answer } from './answer.tsx';
import { AskedFor } from './asked-for.tsx';
import { Checklist } from './checklist.tsx';
import { Habits } from './habits.tsx';
import { Landed } from './landed.tsx';
import { NextSteps } from './next-steps.tsx';
import { Reopened } from './reopened.tsx';
import { Roads } from './roads.tsx';
import type { RoadsView } from './roads-view.server.ts';
import { Share } from './share.tsx';
import { Ships } from './ships.tsx';
import { ThreePillars } from './three-pillars.tsx';

/** A plan without its roads, which come drawn. */
export type PlanShown = Omit<PlanPage, 'result'> & { result: Omit<PlanPage['result'], 'roads'> };

export interface PlanPageProps {
  plan: PlanShown;
  roads: RoadsView;
  /** Names of the hubs that the plan's wishes name, by code. */
  hubNames: Record<string, string>;
  /** The version shown, where it isn't the newest. */
  earlier: number | null;
  shares?: ResponseOf<typeof listPlanShares>['items'];
  made?: Parameters<typeof Share>[0]['made'];
  days?: { first: string; offered: string };
  /** Which form was refused, and for what. */
  act?: string;
  problem?: ProblemDocument;
}

/** An export plan: the answer, then everything it rests on. Behind a link it is read only. */
export function PlanView(props: PlanPageProps) {
  const { t } = useTranslation(['plans', 'words']);
  const words = useWords();
  const countries = useCountries();
  const { plan, roads, earlier, problem, act } = props;
  const { result, input } = plan;
  const reckoning = useNavigation().state === 'submitting';
  const name = inLanguage(result.product.names, words.language);
  const market = countries.name(result.market.code);
  const changes = plan.mine && earlier === null && plan.state !== 'archived' ? plan.version : null;
  const of = (...acts: string[]) => (act && acts.includes(act) ? problem : undefined);
  return (
    <article>
      <title>{t('plans:page.titleOf', { product: name.text, market })}</title>
      <header className="pb-6">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-faded">
          {plan.mine ? (
            <Link to="/plans" className="link">
              {t('plans:list.title')}
            </Link>
          ) : (
            <span>{t('plans:page.kind')}</span>
          )}
          {plan.mine && (
            <Link to={`/plans/${plan.id}/versions`} className="link">
              {t('plans:page.version', { version: earlier ?? plan.version })}
            </Link>
          )}
          <span>{t('plans:asked.on', { day: words.day(result.on) })}</span>
          {plan.state !== 'current' && earlier === null && (
            <Badge tone="seal">{t(`plans:state.${plan.state}`)}</Badge>
          )}
        </p>
        <h1 className="mt-2 font-name text-3xl sm:text-4xl">
          <span lang={name.lang}>{name.text}</span>{' '}
          <span className="whitespace-nowrap">
            <span aria-hidden="true" className="text-seal">
              →
            </span>{' '}
            {market}
          </span>
        </h1>
        <p className="mt-2 text-faded">
          {words.number(result.shipment.quantity)} {t(`words:quantity.${result.product.unit}`)}
          {' · '}
          {plan.mine ? (
            <Link to={`/products/${result.product.id}`} className="link">
              {result.product.sku}
            </Link>
          ) : (
            result.product.sku
          )}
          {' · '}
          {words.of(result.product.maker.names)}
        </p>
      </header>
      <ProblemNote problem={problem} />
      {/* A plan is a search over the whole network: it may take seconds, and says so. */}
      <p role="status" className="sticky top-0 z-10 bg-celadon-wash font-medium">
        {reckoning && <span className="block px-4 py-2">{t('plans:form.sending')}</span>}
      </p>
      {earlier !== null && <Earlier plan={plan} number={earlier} />}
      {plan.state === 'archived' && earlier === null && <Archived plan={plan} />}
      {plan.state !== 'archived' && earlier === null && <Reopened plan={plan} />}
      <Answer result={result} roads={roads} />
      {plan.mine && <Doings plan={plan} earlier={earlier} />}
      <div className="mt-9">
        <Roads roads={roads} takes={changes} />
        <Checklist checks={result.checks} entry={result.entry} />
        <Habits
          habits={result.habits}
          ask={
            plan.mine
              ? `/questions/new?${new URLSearchParams({ market: result.market.code, product: result.product.id })}`
              : null
          }
        />
        <ThreePillars pillars={result.pillars} />
        {result.landed && <Landed landed={result.landed} unit={result.product.unit} />}
        {result.borrowOrBuild && (
          <Ships
            key={plan.version}
            ships={result.borrowOrBuild}
            unit={result.product.unit}
            assumptions={input.assumptions}
            changes={changes}
            problem={of('assume')}
          />
        )}
        <NextSteps steps={result.steps} />
        <AskedFor input={input} result={result} hubName={(code) => props.hubNames[code] ?? code} />
        {changes !== null && props.shares && props.days && (
          <Share shares={props.shares} made={props.made} days={props.days} problem={of('share', 'unshare')} />
        )}
      </div>
    </article>
  );
}

/** What can be done with the plan: reckoned anew, asked otherwise, printed, shared, put aside. */
function Doings({ plan, earlier }: { plan: PlanShown; earlier: number | null }) {
  const { t } = useTranslation('plans');
  const { tongue, language } = useWords();
  const number = earlier === null ? '' : `&number=${earlier}`;
  const changes = earlier === null && plan.state !== 'archived';
  // The paper is in Chinese and one language more; where the market speaks Chinese, English.
  const languages = plan.result.market.languages.filter((tag) => !tag.startsWith('zh'));
  return (
    <div className="mt-5 flex flex-wrap items-start gap-3 print:hidden">
      {changes && (
        <>
          <Form method="post">
            <input type="hidden" name="version" value={plan.version} />
            <Button look={plan.state === 'reopened' ? 'main' : 'plain'} name="act" value="reckon">
              {t('page.reckon')}
            </Button>
          </Form>
          <ButtonLink to={`/plans/${plan.id}/change`}>{t('page.change')}</ButtonLink>
        </>
      )}
      {(languages.length > 0 ? languages : ['en']).map((tag) => (
        <ButtonLink
          key={tag}
          reloadDocument
          to={`/api/v1/plans/${plan.id}/document?language=${tag}${number}`}
          title={t('page.printTip')}
          className="max-sm:whitespace-normal"
        >
          {t('page.print', {
            languages: tongue('zh') + (language === 'zh-CN' ? '＋' : ' + ') + tongue(tag),
          })}
        </ButtonLink>
      ))}
      <ButtonLink to={`/plans/${plan.id}/versions`}>{t('page.versions')}</ButtonLink>
      {changes && (
        <>
          <ButtonLink to="#share">{t('page.share')}</ButtonLink>
          <Form method="post">
            <Button look="grave" name="act" value="archive">
              {t('page.archive')}
            </Button>
          </Form>
        </>
      )}
    </div>
  );
}

function Earlier({ plan, number }: { plan: PlanShown; number: number }) {
  const { t } = useTranslation('plans');
  return (
    <p className="mb-5 border-s-4 border-celadon bg-celadon-wash px-4 py-2">
      {t('page.earlier', { version: number, newest: plan.version })}{' '}
      <Link to={`/plans/${plan.id}`} className="link">
        {t('page.newest')}
      </Link>
      {' · '}
      <Link to={`/plans/${plan.id}/compare?from=${number}&to=${plan.version}`} className="link">
        {t('page.compareWithNewest')}
      </Link>
    </p>
  );
}

function Archived({ plan }: { plan: PlanShown }) {
  const { t } = useTranslation('plans');
  return (
    <div
      role="status"
      className="mb-5 flex flex-wrap items-center gap-x-4 gap-y-2 border-s-4 border-celadon bg-celadon-wash px-4 py-2"
    >
      <p>{t('page.archived')}</p>
      {plan.mine && (
        <Form method="post">
          <Button name="act" value="restore">
            {t('page.restore')}
          </Button>
        </Form>
      )}
    </div>
  );
}
