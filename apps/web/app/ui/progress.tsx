import { useId } from 'react';
import { useWords } from './text.ts';

/** How far something is, drawn and said. */
export function Progress({ label, value, max }: { label: string; value: number; max: number }) {
  const id = useId();
  const { number } = useWords();
  const percent = max > 0 ? Math.floor((100 * value) / max) : 0;
  return (
    <div className="my-3">
      <label htmlFor={id} className="flex justify-between text-sm">
        <span>{label}</span>
        <span className="tabular-nums">{number(percent)} %</span>
      </label>
      <progress id={id} value={value} max={max || 1} className="h-2 w-full accent-seal" />
    </div>
  );
}
