import type { MeetingOutcome } from '@jiechuan/contract';
import { Link } from 'react-router';
import { useWords } from '../../ui/text.ts';

/** What came of two who met, at a fair or on a tour: words, day, and the deal where there is one. */
export function OutcomeNote({
  outcome,
  deal,
  children,
}: {
  outcome: Pick<MeetingOutcome, 'text' | 'at' | 'dealId'>;
  /** What the way to the deal is called. */
  deal: string;
  children?: React.ReactNode;
}) {
  const { day } = useWords();
  return (
    <div className="mt-2 border-s-2 border-celadon ps-3">
      {children}
      {outcome.text !== '' && <p className="measure whitespace-pre-line">{outcome.text}</p>}
      <p className="flex flex-wrap gap-x-4 gap-y-2 text-sm text-faded">
        <span>{day(outcome.at)}</span>
        {outcome.dealId && (
          <Link to={`/deals/${outcome.dealId}`} className="link">
            {deal}
          </Link>
        )}
      </p>
    </div>
  );
}
