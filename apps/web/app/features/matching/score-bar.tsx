import type { DemandMatch } from '@jiechuan/contract';

/** The two cores in the house's colours, the six of goods and terms in ink, paler one by one. */
const fills: Record<DemandMatch['reasons'][number]['criterion'], string> = {
  network: 'fill-seal',
  character: 'fill-celadon',
  goods: 'fill-ink',
  price: 'fill-ink opacity-85',
  capacity: 'fill-ink opacity-70',
  rules: 'fill-ink opacity-60',
  road: 'fill-ink opacity-50',
  feedback: 'fill-ink opacity-40',
};

/** A score as a bar of its reasons; the table beneath says the same in words. */
export function ScoreBar({ reasons }: Pick<DemandMatch, 'reasons'>) {
  const before = (place: number) => reasons.slice(0, place).reduce((sum, { points }) => sum + points, 0);
  return (
    <svg viewBox="0 0 1000 12" preserveAspectRatio="none" aria-hidden="true" className="h-2.5 w-full">
      <rect width="1000" height="12" className="fill-wash" />
      {reasons.map(({ criterion, points }, place) => (
        <rect key={criterion} x={before(place)} width={points} height="12" className={fills[criterion]} />
      ))}
    </svg>
  );
}
