import type { listGatherings, ResponseOf } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { ButtonLink } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ListPage } from '../../ui/list-page.tsx';
import { ListTabs } from '../../ui/list-tabs.tsx';
import { Pagination } from '../../ui/pagination.tsx';
import { inLanguage, useWords } from '../../ui/text.ts';
import { GatheringMarks, GatheringWhen } from './gathering-head.tsx';
import { gatheringKinds } from '@jiechuan/contract/words';

/** Gatherings, the latest first, by kind. */
export function GatheringList({
  found,
  keeps,
}: {
  found: ResponseOf<typeof listGatherings>;
  keeps: boolean;
}) {
  const { t } = useTranslation('gatherings');
  const { language } = useWords();
  const [search] = useSearchParams();
  const kind = search.get('kind');
  return (
    <>
      <title>{t('list.title')}</title>
      <ListPage
        title={t('list.title')}
        count={t('list.lead')}
        tools={
          keeps && (
            <ButtonLink look="main" to="/gatherings/new">
              {t('form.new')}
            </ButtonLink>
          )
        }
      >
        <ListTabs
          label={t('list.kinds')}
          name="kind"
          shown={kind}
          tabs={[null, ...gatheringKinds].map((value) => ({
            value,
            label: t(value === null ? 'list.all' : `kind.${value}`),
          }))}
        />
        {found.items.length === 0 ? (
          <EmptyState title={t('list.none')}>
            <p>{t('list.advice')}</p>
          </EmptyState>
        ) : (
          <ul>
            {found.items.map((one) => {
              const name = inLanguage(one.names, language);
              return (
                <li key={one.id} className="border-b border-rule py-3">
                  <p className="flex flex-wrap items-baseline gap-x-3 gap-y-2">
                    <Link to={`/gatherings/${one.id}`} lang={name.lang} className="link font-name text-xl">
                      {name.text}
                    </Link>
                    <GatheringMarks gathering={one} />
                  </p>
                  <p className="text-sm text-faded">
                    <GatheringWhen gathering={one} />
                  </p>
                </li>
              );
            })}
          </ul>
        )}
        <Pagination nextCursor={found.nextCursor} />
      </ListPage>
    </>
  );
}
