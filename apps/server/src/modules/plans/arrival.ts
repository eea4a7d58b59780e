import type { PlanResult } from '@jiechuan/contract';
import { roadOf } from './roads.ts';

/** The day by whose rules, certificates and charges a plan is judged: that of its arrival, or of its goods where it has no road. */
export const arrivalOf = ({
  roads,
  shipment,
}: Pick<PlanResult, 'roads'> & { shipment: Pick<PlanResult['shipment'], 'readyOn'> }): string =>
  roadOf(roads)?.arrivesAt.slice(0, 10) ?? shipment.readyOn;
