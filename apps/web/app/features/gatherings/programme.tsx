import type { Gathering } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { inLanguage, useWords } from '../../ui/text.ts';

/** A gathering's programme by the clocks of its place, with rooms, languages and who interprets. */
export function Programme({ gathering }: { gathering: Gathering }) {
  const { t } = useTranslation('gatherings');
  const { language, clockIn, dayIn, tongue } = useWords();
  const { zone, startsAt } = gathering;
  const at = (minute: number) => new Date(Date.parse(startsAt) + minute * 60_000).toISOString();
  return (
    <ol>
      {gathering.programme.map((item, index) => {
        const [begins, ends] = [at(item.minute), at(item.minute + item.minutes)];
        const title = inLanguage(item.titles, language);
        const before = gathering.programme[index - 1];
        const day = dayIn(begins, zone);
        const details = [
          item.room && t('programme.room', { room: item.room }),
          item.language && tongue(item.language),
          item.interpreter && t('programme.interpreter', { who: item.interpreter }),
        ].filter(Boolean);
        return (
          <li key={index} className="border-b border-rule py-2">
            {(!before || dayIn(at(before.minute), zone) !== day) && (
              <p className="text-sm text-faded">{day}</p>
            )}
            <p className="flex gap-x-4">
              <time dateTime={begins} className="shrink-0 text-faded tabular-nums">
                {t('programme.time', { from: clockIn(begins, zone), until: clockIn(ends, zone) })}
              </time>
              <span>
                <span lang={title.lang}>{title.text}</span>
                {details.length > 0 && (
                  <span className="block text-sm text-faded">{details.join(' · ')}</span>
                )}
              </span>
            </p>
          </li>
        );
      })}
    </ol>
  );
}
