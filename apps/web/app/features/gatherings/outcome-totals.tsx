import type { listMeetingOutcomes, ResponseOf } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { Facts } from '../../ui/facts.tsx';
import { useWords } from '../../ui/text.ts';

/** What came of all meetings of a gathering together. */
export function OutcomeTotals({ totals }: { totals: ResponseOf<typeof listMeetingOutcomes>['totals'] }) {
  const { t } = useTranslation('gatherings');
  const { number } = useWords();
  return (
    <Facts
      facts={[
        [t('outcome.total.begun'), number(totals.begun)],
        [t('outcome.total.told'), number(totals.told)],
        [t('outcome.total.met'), number(totals.met)],
        [t('outcome.total.missed'), number(totals.missed)],
        [
          t('outcome.total.followUps'),
          totals.overdue > 0
            ? t('outcome.total.late', { all: number(totals.followUps), late: number(totals.overdue) })
            : number(totals.followUps),
        ],
        [t('outcome.total.deals'), number(totals.deals)],
      ]}
    />
  );
}
