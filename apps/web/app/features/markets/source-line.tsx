import type { MarketSource } from '@jiechuan/contract';
import { useWords } from '../../ui/text.ts';

/** Where a fact comes from: title, law and article, day. */
export function SourceLine({ source }: { source: MarketSource }) {
  const { day } = useWords();
  const rest = [source.citation, source.date && day(source.date)].filter(Boolean).join(' · ');
  return (
    <span className="text-sm text-faded [overflow-wrap:anywhere]">
      {source.url ? (
        <a href={source.url} rel="noreferrer nofollow" className="link">
          {source.title}
        </a>
      ) : (
        source.title
      )}
      {rest && ` · ${rest}`}
    </span>
  );
}
