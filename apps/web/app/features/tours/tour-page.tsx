import type { OrganisationCard, ProblemDocument, Tour } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { Form, Link } from 'react-router';
import type { FormValues } from '../../platform/forms.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button, ButtonLink, buttonLook } from '../../ui/button.tsx';
import { ConfirmButton } from '../../ui/confirm-button.tsx';
import { useCountries } from '../../ui/countries.ts';
import { Facts } from '../../ui/facts.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { Section } from '../../ui/section.tsx';
import { useWords } from '../../ui/text.ts';
import { DayTable } from './day-table.tsx';
import { InterpreterForm } from './interpreter-form.tsx';
import { OpenPoints } from './open-points.tsx';
import { Results } from './results.tsx';
import { StopForm } from './stop-form.tsx';
import { StopLine } from './stop-line.tsx';
import { TourGantt } from './tour-gantt.tsx';
import { stateTone } from './tour-list.tsx';
import { TourMap } from './tour-map.tsx';
import type { CityPlace } from './tour-values.ts';
import { useVisaRule, VisaSource } from './visa-words.tsx';

/** Up to so many stops the least travel is proved too, not the worth alone. */
const mostExact = 12;

/** A tour: first its plan, then its stops, letters, and what came of it. */
export function TourPage(props: {
  tour: Tour;
  cities: CityPlace[];
  hosts: OrganisationCard[];
  query: string;
  /** Whether the reader could open deals. */
  opensDeals: boolean;
  values?: FormValues;
  problem?: ProblemDocument;
}) {
  const { tour, cities, values, problem } = props;
  const { t } = useTranslation('tours');
  const { day, percent, tongue } = useWords();
  const countries = useCountries();
  const visaRule = useVisaRule();
  const { plan, visa } = tour;
  const draft = tour.state === 'draft';
  const planned = new Set(
    plan?.days.flatMap(({ items }) => items.flatMap((item) => (item.kind === 'visit' ? [item.stopId] : []))),
  );
  const act = values?.['act'];
  // What is refused of a stop is said at the stop.
  const atStop = tour.stops.find(({ id }) => id === values?.['stop'])?.id;
  const refused = (those: boolean) => (those ? { values, problem } : {});
  const hostsOpen = tour.stops.some(
    ({ id, organisationId, answer }) => organisationId !== null && answer === 'none' && planned.has(id),
  );
  const over = tour.state === 'confirmed' || tour.state === 'done';
  const move = (to: 'confirmed' | 'done', label: string, look: 'main' | 'plain' = 'main') => (
    <Form method="post">
      <input type="hidden" name="version" value={tour.version} />
      <input type="hidden" name="act" value="move" />
      <Button look={look} name="to" value={to}>
        {label}
      </Button>
    </Form>
  );
  return (
    <article>
      <title>{tour.title}</title>
      <p className="flex flex-wrap items-baseline gap-x-3 gap-y-2">
        <Badge tone={stateTone[tour.state]}>{t(`state.${tour.state}`)}</Badge>
        <Link to="/tours" className="link text-sm">
          {t('page.all')}
        </Link>
      </p>
      <h1 className="mt-1 text-3xl">{tour.title}</h1>
      <p className="mt-1 mb-4 text-faded tabular-nums">
        {t('list.line', {
          guests: tour.guests.name,
          country: countries.name(tour.guests.country),
          from: day(tour.firstDay),
          until: day(tour.lastDay),
        })}
      </p>
      {atStop === undefined && <ProblemNote problem={problem} />}
      {plan && (
        <p className="measure mb-4 text-lg" data-plan={plan.by}>
          {plan.by === 'hand'
            ? t('plan.byHand', { planned: planned.size, stops: tour.stops.length })
            : plan.optimal
              ? t(tour.stops.length > mostExact ? 'plan.worthMost' : 'plan.optimal', {
                  planned: planned.size,
                  stops: tour.stops.length,
                })
              : t('plan.bounded', {
                  planned: planned.size,
                  stops: tour.stops.length,
                  value: plan.value,
                  bound: plan.upperBound,
                  gap: percent(
                    Math.round(((plan.upperBound ?? plan.value) / Math.max(1, plan.value) - 1) * 1_000_000),
                  ),
                })}
        </p>
      )}
      <div className="mb-6 flex flex-wrap items-start gap-3">
        {draft && (
          <>
            <Form method="post">
              <Button look={plan ? 'plain' : 'main'} name="act" value="propose">
                {plan ? t('page.proposeAgain') : t('page.propose')}
              </Button>
            </Form>
            {plan && (
              <Form method="post">
                <Button look={hostsOpen ? 'main' : 'plain'} name="act" value="ask">
                  {t('page.ask')}
                </Button>
              </Form>
            )}
            {plan && move('confirmed', t('page.confirm'), hostsOpen ? 'plain' : 'main')}
          </>
        )}
        {tour.state === 'confirmed' && move('done', t('page.done'))}
        {(draft || tour.state === 'confirmed') && (
          <ButtonLink to={`/tours/${tour.id}/change`}>{t('page.change')}</ButtonLink>
        )}
        {plan && tour.state !== 'cancelled' && (
          <>
            <a href={`/api/v1/tours/${tour.id}/invitation`} className={buttonLook('plain')}>
              {t('page.invitation')}
            </a>
            <a href={`/api/v1/tours/${tour.id}/programme`} className={buttonLook('plain')}>
              {t('page.programme')}
            </a>
          </>
        )}
        {(draft || tour.state === 'confirmed') && (
          <Form method="post">
            <input type="hidden" name="version" value={tour.version} />
            <input type="hidden" name="act" value="move" />
            <ConfirmButton
              name="to"
              value="cancelled"
              label={t('page.cancel')}
              question={t('page.cancelQuestion')}
            />
          </Form>
        )}
      </div>
      {tour.state !== 'done' && tour.state !== 'cancelled' && <OpenPoints tour={tour} />}
      {over && (
        <Section title={t('outcome.title')} note={t('outcome.note')} id="outcome">
          <Results tour={tour} />
        </Section>
      )}
      {plan && (
        <Section title={t('plan.title')} note={t('plan.legend')} id="plan">
          <TourGantt tour={tour} plan={plan} />
          <div className="mt-4 max-w-2xl">
            <TourMap tour={tour} plan={plan} cities={cities} />
          </div>
          <DayTable tour={tour} plan={plan} />
          {plan.samples.some(({ needs }) => needs !== 'nothing') && (
            <p className="measure mt-3 text-sm text-faded">{t('plan.samplesRule')}</p>
          )}
        </Section>
      )}
      <Section title={t('stop.title')} note={t('stop.note')} id="stops">
        {tour.stops.length === 0 && <p className="mb-4 text-faded">{t('stop.none')}</p>}
        <ul>
          {tour.stops.map((stop) => (
            <StopLine
              key={stop.id}
              tour={tour}
              stop={stop}
              cities={cities}
              opensDeals={props.opensDeals}
              {...refused(atStop === stop.id)}
            />
          ))}
        </ul>
        {draft && (
          <div className="mt-5">
            <h3 className="mb-2 text-lg">{t('stop.addTitle')}</h3>
            <StopForm {...props} values={undefined} {...refused(act === 'add')} />
          </div>
        )}
      </Section>
      <Section title={t('interpreter.title')} note={t('interpreter.note')} id="interpreter">
        {draft || tour.state === 'confirmed' ? (
          <InterpreterForm tour={tour} {...refused(act === 'interpreter')} />
        ) : (
          <p>{tour.interpreter?.name ?? t('interpreter.nobody')}</p>
        )}
      </Section>
      <Section title={t('visa.title')} id="visa">
        <p className="measure">{visaRule(tour.guests.country, visa)}</p>
        {visa.validTo && (
          <p className={`measure mt-1 ${visa.holds ? '' : 'text-seal'}`}>
            {t(visa.holds ? 'visa.holds' : 'visa.ends', { day: day(visa.validTo) })}
          </p>
        )}
        <p className="mt-1">
          <VisaSource note={visa} />{' '}
          <Link to="/visa-notes" className="link text-sm">
            {t('visa.listTitle')}
          </Link>
        </p>
      </Section>
      <Section title={t('form.letter')} id="letter">
        <Facts
          facts={[
            [t('form.visitors'), tour.guests.visitors],
            [t('form.language'), tongue(tour.guests.language)],
            [t('form.persons'), tour.guests.persons.join(', ')],
            [t('form.startCity'), t(`city.${tour.startCity}`)],
            [t('form.endCity'), t(`city.${tour.endCity}`)],
            [t('form.funding'), t(`funding.${tour.funding}`)],
            [t('form.inviter'), tour.inviter],
          ]}
        />
      </Section>
    </article>
  );
}
