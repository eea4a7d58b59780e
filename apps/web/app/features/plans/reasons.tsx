import type { PlanReason } from '@jiechuan/contract';

/** Sentences of the plan, as the server words them for this reader. */
export const textOf = ({ text, code }: Pick<PlanReason, 'text' | 'code'>): string => text ?? code;

export function Reasons({ reasons, className = '' }: { reasons: readonly PlanReason[]; className?: string }) {
  if (reasons.length === 0) return null;
  return (
    <ul className={`list-disc space-y-0.5 ps-5 ${className}`}>
      {reasons.map((reason) => (
        <li key={reason.code + JSON.stringify(reason.params)}>{textOf(reason)}</li>
      ))}
    </ul>
  );
}
