import type { Gathering, listRegistrations, ProblemDocument, ResponseOf } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { Form, Link, useSearchParams } from 'react-router';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ExportLinks } from '../../ui/export-links.tsx';
import { ListTabs } from '../../ui/list-tabs.tsx';
import { Pagination } from '../../ui/pagination.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { useWords } from '../../ui/text.ts';
import { GatheringHead } from './gathering-head.tsx';
import { registrationTone } from './gathering-page.tsx';
import { registrationStates } from '@jiechuan/contract/words';

/** Who registered for a gathering that one keeps: to approve, to refuse, to take along as a sheet. */
export function RegistrationsPage(props: {
  gathering: Gathering;
  found: ResponseOf<typeof listRegistrations>;
  problem?: ProblemDocument;
}) {
  const { t } = useTranslation('gatherings');
  const { list, of, moment, number, tongue } = useWords();
  const [search] = useSearchParams();
  const { gathering, found } = props;
  return (
    <article>
      <GatheringHead gathering={gathering} title={t('registrations.title')} />
      <ProblemNote problem={props.problem} />
      <p role="status" className="text-sm text-faded">
        {t('registrations.count', {
          shown: number(found.total),
          taken: number(gathering.taken),
          all: number(gathering.capacity),
        })}
      </p>
      <ListTabs
        label={t('registrations.states')}
        name="state"
        shown={search.get('state')}
        tabs={[null, ...registrationStates].map((value) => ({
          value,
          label: t(value === null ? 'list.all' : `registration.${value}`),
        }))}
      />
      {found.items.length === 0 ? (
        <EmptyState title={t('registrations.none')} />
      ) : (
        <ul className="border-t border-ink">
          {found.items.map((one) => (
            <li
              key={one.id}
              className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-b border-rule py-2"
            >
              <div className="min-w-0">
                <p className="flex flex-wrap items-baseline gap-x-3 gap-y-2">
                  <Link to={`/members/${one.organisation.id}`} className="link font-name">
                    {of(one.organisation.names)}
                  </Link>
                  <span>{one.person}</span>
                  <Badge tone={registrationTone[one.state]}>{t(`registration.${one.state}`)}</Badge>
                  {one.checkedInAt && <Badge tone="celadon">{t('own.checkedIn')}</Badge>}
                </p>
                <p className="text-sm text-faded">
                  {[
                    moment(one.askedAt),
                    one.languages.length > 0 && list(one.languages.map(tongue)),
                    one.note,
                    one.feedback && t('registrations.rating', { rating: number(one.feedback.rating) }),
                    one.feedback?.text,
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </p>
              </div>
              {gathering.state === 'announced' && one.state !== 'withdrawn' && (
                <Form method="post" className="flex flex-wrap gap-2">
                  <input type="hidden" name="registration" value={one.id} />
                  {(one.state === 'asked' || one.state === 'refused') && (
                    <Button name="answer" value="approved">
                      {t('registrations.approve')}
                    </Button>
                  )}
                  {one.state !== 'refused' && (
                    <Button name="answer" value="refused" look="grave">
                      {t('registrations.refuse')}
                    </Button>
                  )}
                </Form>
              )}
            </li>
          ))}
        </ul>
      )}
      <Pagination nextCursor={found.nextCursor} />
      {found.items.length > 0 && <ExportLinks path={`/gatherings/${gathering.id}/registrations`} />}
    </article>
  );
}
