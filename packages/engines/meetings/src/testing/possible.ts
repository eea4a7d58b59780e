// The oracle for impossible instances: places meeting after meeting, the checker alone says whether it can be.
import { check } from '../checker.ts';
import { seat } from '../tables.ts';
import type { Instance } from '../types.ts';

/** Whether any schedule keeps all rules but how much breaks may differ. For a handful of meetings. */
export function possible(instance: Instance, slotOf: readonly number[] = []): boolean {
  const placed = instance.meetings.slice(0, slotOf.length);
  const known = new Set(placed.map(({ id }) => id));
  const sofar: Instance = {
    ...instance,
    fairness: instance.slots,
    meetings: placed.map((one) => ({ ...one, after: one.after.filter((id) => known.has(id)) })),
  };
  if (check(sofar, seat(sofar, slotOf)).faults.length > 0) return false;
  if (placed.length === instance.meetings.length) return true;
  return Array.from({ length: instance.slots }, (_, at) => at + 1).some((slot) =>
    possible(instance, [...slotOf, slot]),
  );
}
