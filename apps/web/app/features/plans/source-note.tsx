import { useTranslation } from 'react-i18next';
import { useWords } from '../../ui/text.ts';

interface Source {
  title: string;
  /** Number and article of a law. */
  citation: string | null;
  url: string | null;
  date: string | null;
}

/** Where a fact comes from, of which day, and whether somebody published it or we reckoned it. */
export function SourceNote({ source, confidence }: { source: Source | null; confidence?: string }) {
  const { t } = useTranslation('plans');
  const { day } = useWords();
  return (
    <span className="text-xs text-faded">
      {confidence && (
        <span className={confidence === 'published' ? '' : 'font-medium text-ink'}>
          {t(`confidence.${confidence}`)}
          {source && ' · '}
        </span>
      )}
      {source &&
        (source.url ? (
          <a href={source.url} rel="noopener noreferrer nofollow external" className="link">
            {source.title}
          </a>
        ) : (
          source.title
        ))}
      {source?.citation && ` · ${source.citation}`}
      {source?.date && ` · ${/^\d{4}-\d\d-\d\d$/.test(source.date) ? day(source.date) : source.date}`}
    </span>
  );
}
