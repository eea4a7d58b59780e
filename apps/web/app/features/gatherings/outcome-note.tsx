import type { MeetingOutcome } from '@jiechuan/contract';
import { Link } from 'react-router';
import { useWords } from '../../ui/text.ts';

/** What came of two who met, at a fair or on a tour: words, day, and the deal where there is one; nothing where nothing is told. */
export function OutcomeNote({
  outcome,
  dealId,
  deal,
  children,
}: {
  outcome: Pick<MeetingOutcome, 'text' | 'at'> | null;
  dealId: string | null;
  /** What the way to the deal is called. */
  deal: string;
  children?: React.ReactNode;
}) {
  const { day } = useWords();
  if (outcome === null && dealId === null) return null;
  return (
    <div className="mt-2 border-s-2 border-celadon ps-3">
      {children}
      {outcome && outcome.text !== '' && <p className="measure whitespace-pre-line">{outcome.text}</p>}
      <p className="flex flex-wrap gap-x-4 gap-y-2 text-sm text-faded">
        {outcome && <span>{day(outcome.at)}</span>}
        {dealId && (
          <Link to={`/deals/${dealId}`} className="link">
            {deal}
          </Link>
        )}
      </p>
    </div>
  );
}
