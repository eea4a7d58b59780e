import { useTranslation } from 'react-i18next';
import { useNavigation } from 'react-router';

/** A list: its title and count, what it is narrowed by at the side (above on a phone), its lines. */
export function ListPage(props: {
  title: string;
  count: string;
  tools: React.ReactNode;
  aside?: React.ReactNode;
  children: React.ReactNode;
}) {
  const { t } = useTranslation();
  const busy = useNavigation().state === 'loading';
  return (
    <>
      <div className="ledger-rule flex flex-wrap items-end justify-between gap-x-8 gap-y-3 pt-4">
        <div>
          <h1 className="text-3xl">{props.title}</h1>
          <p role="status" className="mt-1 text-sm text-faded tabular-nums">
            {props.count}
          </p>
        </div>
        <div className="flex flex-wrap items-end gap-3">{props.tools}</div>
      </div>
      <div className="mt-5 grid gap-x-8 gap-y-5 lg:grid-cols-[14rem_minmax(0,1fr)]">
        {props.aside && (
          <aside aria-label={t('list.filters')}>
            <details className="filters">
              <summary className="border-y border-rule py-2 font-medium">{t('list.filters')}</summary>
              {props.aside}
            </details>
          </aside>
        )}
        <div
          aria-busy={busy}
          className={props.aside ? 'min-w-0 aria-busy:opacity-60' : 'min-w-0 lg:col-span-2'}
        >
          {props.children}
        </div>
      </div>
    </>
  );
}
