import type { Ceremony } from '@jiechuan/contract';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Badge } from '../../ui/badge.tsx';
import { inLanguage, useWords } from '../../ui/text.ts';

/** A ceremony's agenda by the clocks of its place; while it is open, with what is now. */
export function Agenda({ ceremony, now }: { ceremony: Ceremony; now: string }) {
  const { t } = useTranslation('ceremonies');
  const { language, clockIn, dayIn } = useWords();
  const time = useTime(now);
  const { agenda, zone, startsAt, state } = ceremony;
  if (agenda.length === 0) return null;
  const items = agenda.map((item) => ({
    ...item,
    at: new Date(Date.parse(startsAt) + item.minute * 60_000).toISOString(),
  }));
  const current = state === 'open' ? items.findLastIndex(({ at }) => Date.parse(at) <= time) : -1;
  return (
    <section aria-labelledby="agenda" className="mt-6">
      <h2 id="agenda" className="text-xl">
        {t('agenda.title')}
      </h2>
      <ol>
        {items.map(({ at, titles, speaker }, index) => {
          const title = inLanguage(titles, language);
          const before = items[index - 1];
          const day = dayIn(at, zone);
          return (
            <li
              key={index}
              aria-current={index === current ? 'time' : undefined}
              className={`border-b border-rule py-2 ${index === current ? 'border-s-4 border-s-seal ps-3' : ''}`}
            >
              {before && dayIn(before.at, zone) !== day && <p className="text-sm text-faded">{day}</p>}
              <p className="flex gap-x-3">
                <time dateTime={at} className="text-faded tabular-nums">
                  {clockIn(at, zone)}
                </time>
                <span>
                  <span lang={title.lang}>{title.text}</span>{' '}
                  {index === current && <Badge tone="seal">{t('agenda.now')}</Badge>}
                  {speaker && <span className="block text-sm text-faded">{speaker}</span>}
                </span>
              </p>
            </li>
          );
        })}
      </ol>
    </section>
  );
}

/** The time, a quarter of a minute old at most, in milliseconds; at first the server's, so that both draw the same. */
function useTime(first: string): number {
  const [time, setTime] = useState(Date.parse(first));
  useEffect(() => {
    const timer = setInterval(() => setTime(Date.now()), 15_000);
    return () => clearInterval(timer);
  }, []);
  return time;
}
