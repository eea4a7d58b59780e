import { useWords } from './text.ts';

/** A count on its way to a target: the number large, the bar beneath, drawn so that no style is written in. */
export function Stat({
  label,
  count,
  target,
  of,
}: {
  label: string;
  count: number;
  target?: number;
  of?: string;
}) {
  const { number } = useWords();
  return (
    <div>
      <dt className="text-sm text-faded">{label}</dt>
      <dd>
        <span className="me-2 font-heading text-4xl text-ink tabular-nums">{number(count)}</span>
        {of && <span className="inline-block text-sm whitespace-nowrap text-faded">{of}</span>}
        {target !== undefined && (
          <svg viewBox="0 0 100 2" preserveAspectRatio="none" aria-hidden="true" className="mt-2 h-1 w-full">
            <rect width="100" height="2" className="fill-rule" />
            <rect width={Math.min(100, (100 * count) / target)} height="2" className="fill-seal" />
          </svg>
        )}
      </dd>
    </div>
  );
}
