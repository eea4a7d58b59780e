import type { FactSource } from '@jiechuan/contract';
import { useWords } from '../../ui/text.ts';

/** Where a figure comes from, and of which day. */
export function SourceLine({ source }: { source: FactSource }) {
  const { day } = useWords();
  return (
    <span className="wrap-anywhere">
      {source.url ? (
        <a href={source.url} className="link" rel="noreferrer">
          {source.title}
        </a>
      ) : (
        source.title
      )}
      {source.date && <span className="text-faded"> · {day(source.date)}</span>}
    </span>
  );
}
