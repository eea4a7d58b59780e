import type { listIntroductions, ResponseOf } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Badge } from '../../ui/badge.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ListPage } from '../../ui/list-page.tsx';
import { ListTabs } from '../../ui/list-tabs.tsx';
import { Pagination } from '../../ui/pagination.tsx';
import { Table } from '../../ui/table.tsx';
import { useWords } from '../../ui/text.ts';
import { PartnerName } from './partner-name.tsx';
import { introductionParts } from './vocabulary.ts';

type Part = (typeof introductionParts)[number];

/** Introductions that wait for us, that we asked for, that we answered. */
export function IntroductionList(props: {
  found: ResponseOf<typeof listIntroductions>;
  part: Part;
  counts: Record<Part, number>;
}) {
  const { t } = useTranslation('network');
  const { number, day } = useWords();
  const { found, part, counts } = props;
  return (
    <>
      <title>{t('introductions.title')}</title>
      <ListPage
        title={t('introductions.title')}
        count={t('introductions.count', { count: counts.toAnswer })}
        tools={
          <>
            <ButtonLink to="/network">{t('list.title')}</ButtonLink>
            <ButtonLink look="main" to="/introductions/new">
              {t('ask.title')}
            </ButtonLink>
          </>
        }
      >
        <ListTabs
          label={t('introductions.title')}
          name="part"
          shown={part}
          tabs={introductionParts.map((value) => ({
            value,
            label: t(`introductions.tab.${value}`),
            count: number(counts[value]),
          }))}
        />
        {found.items.length === 0 ? (
          <EmptyState title={t(`introductions.empty.${part}`)}>
            <p>{t(`introductions.advice.${part}`)}</p>
            <p className="mt-3 flex flex-wrap justify-center gap-x-5 gap-y-2">
              <Link to="/members" className="link">
                {t('toMembers')}
              </Link>
              <Link to="/network" className="link">
                {t('list.title')}
              </Link>
            </p>
          </EmptyState>
        ) : (
          <Table
            stacks
            caption={t(`introductions.tab.${part}`)}
            columns={[
              t('introductions.whom'),
              t('introductions.whoAsks'),
              t('introductions.state'),
              t('introductions.askedAt'),
              t('introductions.until'),
            ]}
            rows={found.items.map((one) => ({
              key: one.id,
              cells: [
                <PartnerName
                  key="target"
                  partner={one.part === 'target' ? one.asker : one.target}
                  to={`/introductions/${one.id}`}
                />,
                one.part === 'asker' ? t('path.us') : <PartnerName key="asker" partner={one.asker} />,
                <Badge key="state" tone={one.toAnswer ? 'seal' : 'plain'}>
                  {one.toAnswer
                    ? t('introductions.toAnswer')
                    : t(`state.${one.state === 'waiting' ? (one.answer ?? 'waiting') : one.state}`)}
                </Badge>,
                <time key="asked" dateTime={one.askedAt} className="whitespace-nowrap">
                  {day(one.askedAt)}
                </time>,
                one.state === 'waiting' ? (
                  <time key="until" dateTime={one.expiresAt} className="whitespace-nowrap">
                    {day(one.expiresAt)}
                  </time>
                ) : (
                  ''
                ),
              ],
            }))}
          />
        )}
        <Pagination nextCursor={found.nextCursor} />
      </ListPage>
    </>
  );
}
