import type { listCeremonies, ResponseOf } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Badge } from '../../ui/badge.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ListPage } from '../../ui/list-page.tsx';
import { Pagination } from '../../ui/pagination.tsx';
import { inLanguage, useWords } from '../../ui/text.ts';
import { CeremonyWhen } from './ceremony-when.tsx';

export const stateTone = { draft: 'plain', announced: 'plain', open: 'seal', closed: 'celadon' } as const;

/** Signing ceremonies, the latest first. */
export function CeremonyList({ found, keeps }: { found: ResponseOf<typeof listCeremonies>; keeps: boolean }) {
  const { t } = useTranslation('ceremonies');
  const { language } = useWords();
  return (
    <>
      <title>{t('list.title')}</title>
      <ListPage
        title={t('list.title')}
        count={t('list.lead')}
        tools={
          <>
            <ButtonLink to="/board/signing">{t('toBoard')}</ButtonLink>
            {keeps && (
              <ButtonLink look="main" to="/board/ceremonies/new">
                {t('form.new')}
              </ButtonLink>
            )}
          </>
        }
      >
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
                    <Link
                      to={`/board/ceremonies/${one.id}`}
                      lang={name.lang}
                      className="link font-name text-xl"
                    >
                      {name.text}
                    </Link>
                    <Badge tone={stateTone[one.state]}>{t(`state.${one.state}`)}</Badge>
                    {one.demo && <Badge>{t('demo')}</Badge>}
                  </p>
                  <p className="text-sm text-faded">
                    <CeremonyWhen ceremony={one} />
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
