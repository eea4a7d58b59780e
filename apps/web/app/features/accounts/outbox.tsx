import type { listMails, ResponseOf } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { Badge } from '../../ui/badge.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ExportLinks } from '../../ui/export-links.tsx';
import { SearchField, SelectField } from '../../ui/fields.tsx';
import { ListForm } from '../../ui/list-form.tsx';
import { ListPage } from '../../ui/list-page.tsx';
import { NoneFound } from '../../ui/none-found.tsx';
import { Pagination } from '../../ui/pagination.tsx';
import { useWords } from '../../ui/text.ts';
import { mailSorts, mailStates } from '@jiechuan/contract/words';

const address = /(https?:\/\/[^\s<>"]+)/;

/** Mails as they would go out; without a mail server they stay here to be read. */
export function Outbox({ found }: { found: ResponseOf<typeof listMails> }) {
  const { t } = useTranslation('accounts');
  const { moment } = useWords();
  const [search] = useSearchParams();
  const choice = (name: 'state' | 'sort', usual: string, options: { value: string; label: string }[]) => (
    <SelectField
      key={`${name}${search.get(name) ?? ''}`}
      name={name}
      label={t(`outbox.${name}`)}
      defaultValue={search.get(name) ?? usual}
      options={options}
    />
  );
  return (
    <ListForm label={t('outbox.title')}>
      <title>{t('outbox.title')}</title>
      <ListPage
        title={t('outbox.title')}
        count={t('outbox.count', { count: found.total })}
        tools={
          <>
            <SearchField name="q" label={t('outbox.search')} defaultValue={search.get('q') ?? ''} />
            {choice('state', '', [
              { value: '', label: t('outbox.anyState') },
              ...mailStates.map((state) => ({ value: state, label: t(`mail.${state}`) })),
            ])}
            {choice(
              'sort',
              'newest',
              mailSorts.map((sort) => ({ value: sort, label: t(`outbox.by.${sort}`) })),
            )}
            <noscript>
              <button className="min-h-9 border border-field px-3">{t('outbox.apply')}</button>
            </noscript>
          </>
        }
      >
        {found.items.length === 0 ? (
          search.has('q') || search.has('state') ? (
            <NoneFound title={t('outbox.noneFound')}>{t('outbox.noneFoundAdvice')}</NoneFound>
          ) : (
            <EmptyState title={t('outbox.empty')}>{t('outbox.emptyAdvice')}</EmptyState>
          )
        ) : (
          <>
            <ul className="space-y-5">
              {found.items.map((mail) => (
                <li key={mail.id} className="ledger-rule border-x border-b border-rule bg-sheet px-5 py-4">
                  <p className="flex flex-wrap gap-x-4 text-sm text-faded">
                    <span className="grow">{mail.recipient}</span>
                    <time dateTime={mail.createdAt}>{moment(mail.createdAt)}</time>
                    <Badge tone={mail.state === 'failed' ? 'seal' : 'plain'}>{t(`mail.${mail.state}`)}</Badge>
                  </p>
                  <h2 className="mt-1 font-name text-lg">{mail.subject}</h2>
                  <p className="measure mt-2 whitespace-pre-line">
                    {mail.body.split(address).map((part) =>
                      address.test(part) ? (
                        <a key={part} href={part} className="link break-all">
                          {part}
                        </a>
                      ) : (
                        part
                      ),
                    )}
                  </p>
                  {mail.error && <p className="mt-2 text-sm text-seal">{mail.error}</p>}
                </li>
              ))}
            </ul>
            <ExportLinks path="/mails" sorted />
          </>
        )}
        <Pagination nextCursor={found.nextCursor} />
      </ListPage>
    </ListForm>
  );
}
