import {
  answerVisit,
  listGuestTours,
  listTours,
  listVisits,
  recordVisitOutcome,
  tourStates,
  type InputOf,
} from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { data, redirect } from 'react-router';
import type { Route } from './+types/tours';
import { hostsVisits, keepsTours, sendsGuests } from '../features/tours/keeps-tours.ts';
import { dealIn } from '../features/deals/deal-in.ts';
import { GuestTourList } from '../features/tours/guest-tour-list.tsx';
import { TourList } from '../features/tours/tour-list.tsx';
import { VisitList } from '../features/tours/visit-list.tsx';
import { valuesOf } from '../platform/forms.ts';
import { queryOf } from '../platform/query.ts';
import { attempt, personOf, read } from '../platform/reader.ts';
import { ButtonLink } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ListPage } from '../ui/list-page.tsx';
import { ListTabs } from '../ui/list-tabs.tsx';
import { Pagination } from '../ui/pagination.tsx';
import { ProblemNote } from '../ui/problem-note.tsx';

export const handle = { texts: ['tours', 'countries'] };

export async function loader({ context, request }: Route.LoaderArgs) {
  const person = personOf(context);
  const keeps = keepsTours(person);
  const hosts = hostsVisits(person);
  const guests = sendsGuests(person);
  if (!keeps && !guests) throw data(null, { status: 403 });
  const query = queryOf(request);
  return {
    state: tourStates.find((one) => one === query['state']) ?? null,
    tours: keeps
      ? await read(context, listTours, { query: query as InputOf<typeof listTours>['query'] })
      : null,
    // Somebody who keeps tours pages through them; their visits are few.
    visits: hosts
      ? await read(context, listVisits, {
          query: keeps ? { limit: 50 } : (query as InputOf<typeof listVisits>['query']),
        })
      : null,
    // A firm is on a tour now and then; the latest are those that it looks for.
    guestTours: guests ? await read(context, listGuestTours, { query: { limit: 20 } }) : null,
  };
}

export async function action({ context, request }: Route.ActionArgs) {
  personOf(context);
  const values = valuesOf(await request.formData());
  const params = { id: String(values['stop']) };
  const done =
    values['act'] === 'outcome'
      ? await attempt(context, recordVisitOutcome, {
          params,
          body: { text: values['text'] as string, dealId: dealIn(values['deal']) },
        })
      : await attempt(context, answerVisit, {
          params,
          body: { answer: values['answer'], note: values['note'] ?? null } as InputOf<
            typeof answerVisit
          >['body'],
        });
  return done.ok ? redirect('/tours') : data({ problem: done.problem }, { status: done.problem.status });
}

export default function Tours({
  loaderData: { tours, visits, guestTours, state },
  actionData,
}: Route.ComponentProps) {
  const { t } = useTranslation('tours');
  const tabs = [null, ...tourStates].map((value) => ({
    value,
    label: t(value === null ? 'list.every' : `state.${value}`),
  }));
  return (
    <>
      <title>{t('list.title')}</title>
      <ListPage
        title={t('list.title')}
        count={t('list.lead')}
        tools={
          tours && (
            <>
              <ButtonLink to="/visa-notes">{t('visa.listTitle')}</ButtonLink>
              <ButtonLink look="main" to="/tours/new">
                {t('form.new')}
              </ButtonLink>
            </>
          )
        }
      >
        <ProblemNote problem={actionData?.problem} />
        {tours && (
          <>
            <ListTabs label={t('list.states')} name="state" shown={state} tabs={tabs} />
            <TourList found={tours} filtered={state !== null} />
          </>
        )}
        {guestTours && guestTours.items.length > 0 && (
          <section aria-labelledby="ours" className={tours ? 'mt-8' : 'mb-8'}>
            <h2 id="ours" className="mb-2 text-xl">
              {t('guest.title')}
            </h2>
            <GuestTourList tours={guestTours.items} />
          </section>
        )}
        {!tours && !visits && guestTours?.items.length === 0 && (
          <EmptyState title={t('guest.none')}>
            <p>{t('guest.advice')}</p>
          </EmptyState>
        )}
        {visits && (
          <section aria-labelledby="visits" className={tours ? 'mt-8' : ''}>
            <h2 id="visits" className="mb-2 text-xl">
              {t('visits.title')}
            </h2>
            <VisitList visits={visits.items} />
            {!tours && <Pagination nextCursor={visits.nextCursor} />}
          </section>
        )}
      </ListPage>
    </>
  );
}
