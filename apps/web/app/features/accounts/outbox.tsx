import type { listMails, ResponseOf } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { Badge } from '../../ui/badge.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Pagination } from '../../ui/pagination.tsx';
import { useWords } from '../../ui/text.ts';

const address = /(https?:\/\/[^\s<>"]+)/;

/** Mails as they would go out; without a mail server they stay here to be read. */
export function Outbox({ found }: { found: ResponseOf<typeof listMails> }) {
  const { t } = useTranslation('accounts');
  const { moment } = useWords();
  return (
    <>
      <title>{t('outbox.title')}</title>
      <h1 className="mb-6 text-3xl">{t('outbox.title')}</h1>
      {found.items.length === 0 && (
        <EmptyState title={t('outbox.empty')}>{t('outbox.emptyAdvice')}</EmptyState>
      )}
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
      <Pagination nextCursor={found.nextCursor} />
    </>
  );
}
