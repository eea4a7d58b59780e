import type { Deal } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { useWords } from '../../ui/text.ts';

/** The way of a deal as a line of stages: what is behind it, where it stands, what is to come. */
export function StageLine({ deal }: { deal: Pick<Deal, 'path' | 'stage' | 'moves'> }) {
  const { t } = useTranslation('deals');
  const { day } = useWords();
  const ended = deal.stage === 'ended';
  const at = deal.path.indexOf(deal.stage);
  const reached = (stage: Deal['stage']) => deal.moves.findLast(({ to }) => to === stage)?.at;
  return (
    <ol aria-label={t('page.way')} className="grid gap-y-1 sm:grid-cols-3 lg:flex">
      {deal.path.map((stage, place) => {
        const done = !ended && place < at;
        const now = !ended && place === at;
        const when = done || now ? reached(stage) : undefined;
        return (
          <li
            key={stage}
            aria-current={now ? 'step' : undefined}
            className={`flex items-baseline gap-2 border-s-4 ps-3 sm:block sm:flex-1 sm:border-s-0 sm:border-t-4 sm:ps-0 sm:pt-2 sm:pe-3 ${now ? 'border-seal' : done ? 'border-celadon' : 'border-rule text-faded'}`}
          >
            <span className={now ? 'font-semibold text-seal' : ''}>{t(`stage.${stage}`)}</span>
            {when && (
              <time dateTime={when} className="block text-xs text-faded">
                {day(when)}
              </time>
            )}
          </li>
        );
      })}
      {ended && (
        <li
          aria-current="step"
          className="flex items-baseline gap-2 border-s-4 border-seal ps-3 sm:block sm:min-w-24 sm:border-s-0 sm:border-t-4 sm:ps-0 sm:pt-2"
        >
          <span className="font-semibold text-seal">{t('stage.ended')}</span>
        </li>
      )}
    </ol>
  );
}
