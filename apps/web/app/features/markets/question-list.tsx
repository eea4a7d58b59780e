import type { QuestionCard } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Badge } from '../../ui/badge.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Pagination } from '../../ui/pagination.tsx';
import { useMarketWords } from './words.ts';

const boxes = ['inbox', 'asked'] as const;

/** What the members of one's market are asked, or what one's own organisation asked. */
export function QuestionList(props: {
  box: 'inbox' | 'asked';
  questions: QuestionCard[];
  nextCursor: string | null;
  asks: boolean;
}) {
  const { t } = useTranslation('markets');
  const words = useMarketWords();
  return (
    <>
      <title>{t('ask.listTitle')}</title>
      <div className="ledger-rule flex flex-wrap items-end justify-between gap-4 pt-4 pb-4">
        <h1 className="text-3xl">{t('ask.listTitle')}</h1>
        {props.asks && (
          <ButtonLink to="/questions/new" look="main">
            {t('ask.new')}
          </ButtonLink>
        )}
      </div>
      <p className="measure mb-4 text-faded">{t('ask.lead')}</p>
      <ul aria-label={t('ask.boxes')} className="mb-3 flex gap-5">
        {boxes.map((box) => (
          <li key={box}>
            <Link
              to={`?box=${box}`}
              aria-current={props.box === box ? 'true' : undefined}
              className="link aria-[current]:font-semibold"
            >
              {t(`ask.box.${box}`)}
            </Link>
          </li>
        ))}
      </ul>
      {props.questions.length === 0 ? (
        <EmptyState title={t(`ask.none.${props.box}`)}>{t(`ask.noneAdvice.${props.box}`)}</EmptyState>
      ) : (
        <ul className="border-t border-ink">
          {props.questions.map((one) => (
            <li
              key={one.id}
              className="grid items-baseline gap-x-4 border-b border-rule py-2.5 sm:grid-cols-[minmax(0,1fr)_12rem_9rem]"
            >
              <div className="min-w-0">
                <Link to={`/questions/${one.id}`} className="font-name text-lg font-semibold hover:text-seal">
                  {one.about}
                </Link>
                <p className="text-sm text-faded">
                  {[words.of(one.organisation.names), words.area(one.market), words.day(one.askedAt)].join(
                    ' · ',
                  )}
                </p>
              </div>
              <p className="flex flex-wrap gap-1">
                <Badge>{t(`subject.${one.subject}`)}</Badge>
                <Badge tone={one.state === 'open' ? 'seal' : 'plain'}>
                  {t(`questionState.${one.state}`)}
                </Badge>
              </p>
              <p className="text-sm tabular-nums">{t('ask.answers', { count: one.answers })}</p>
            </li>
          ))}
        </ul>
      )}
      <Pagination nextCursor={props.nextCursor} />
    </>
  );
}
