import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useWords } from './text.ts';

export interface Facet {
  /** Name of the query parameter. */
  name: string;
  title: string;
  options: { value: string; label: string; count: number }[];
  /** One at a time; `any` is worded as the choice of none. */
  any?: string;
}

/** Groups of boxes to tick, each with how many it would leave. Groups with a tick stand open. */
export function Facets({ facets }: { facets: Facet[] }) {
  const [search] = useSearchParams();
  const { number } = useWords();
  const { t } = useTranslation();
  return (
    <div className="divide-y divide-rule border-y border-rule text-sm">
      {facets.map(({ name, title, options, any }, index) => {
        const ticked = search.getAll(name);
        // A ticked value stays to be unticked, even where nothing is left of it.
        const shown = [
          ...options,
          ...ticked
            .filter((value) => !options.some((option) => option.value === value))
            .map((value) => ({ value, label: value, count: 0 })),
        ];
        if (shown.length === 0) return null;
        return (
          <details key={name} name={undefined} open={ticked.length > 0 || index < 3} className="py-2">
            <summary className="py-1 font-medium">{title}</summary>
            <fieldset className="max-h-64 overflow-y-auto pt-1 pb-2">
              <legend className="sr-only">{title}</legend>
              {any && ticked.length > 0 && (
                <label className="flex min-h-7 items-baseline gap-2 hover:text-seal">
                  <Tick type="radio" name={name} value="" ticked={false} />
                  <span>{any}</span>
                </label>
              )}
              {shown.map(({ value, label, count }) => (
                <label key={value} className="flex min-h-7 items-baseline gap-2 hover:text-seal">
                  <Tick
                    type={any ? 'radio' : 'checkbox'}
                    name={name}
                    value={value}
                    ticked={ticked.includes(value)}
                  />
                  <span className="grow">{label}</span>
                  <span className="shrink-0 whitespace-nowrap text-faded tabular-nums">{number(count)}</span>
                </label>
              ))}
            </fieldset>
          </details>
        );
      })}
      <noscript>
        <button className="my-2 w-full border border-field py-1.5">{t('list.apply')}</button>
      </noscript>
    </div>
  );
}

/** A box that follows the address without being drawn anew, which would lose the focus. */
function Tick({ ticked, ...input }: { type: string; name: string; value: string; ticked: boolean }) {
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (box.current) box.current.checked = ticked;
  }, [ticked]);
  return <input {...input} ref={box} defaultChecked={ticked} className="translate-y-0.5 accent-seal" />;
}
