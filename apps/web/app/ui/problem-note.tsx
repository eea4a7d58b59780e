import type { ProblemDocument } from '@jiechuan/contract';
import { useEffect, useRef } from 'react';

/** What a form was refused for, above it; takes the focus so that it is heard. Fields say the rest beside themselves. */
export function ProblemNote({ problem }: { problem: ProblemDocument | undefined }) {
  const note = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (problem) note.current?.focus();
  }, [problem]);
  if (!problem) return null;
  // A use case that refuses one field says the same sentence of the whole.
  const more = problem.errors?.filter(({ message }) => message !== problem.detail) ?? [];
  return (
    <div
      ref={note}
      role="alert"
      tabIndex={-1}
      className="mb-5 border-s-4 border-seal bg-alarm-wash px-4 py-3 outline-none"
    >
      <p className="font-medium">{problem.detail}</p>
      {more.length > 0 && (
        <ul className="mt-1 list-disc ps-5 text-sm">
          {more.map(({ path, message }) => (
            <li key={path + message}>{message}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** The words for one field of a refused form, by its name in the body or, where a use case found it, in the record. */
export function errorAt(problem: ProblemDocument | undefined, name: string): string | undefined {
  return problem?.errors?.find(({ path }) => path === `body.${name}` || path === name)?.message;
}
