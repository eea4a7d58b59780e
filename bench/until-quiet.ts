import { cpus } from 'node:os';
import { setTimeout } from 'node:timers/promises';

const quiet = 0.1;
const longestSeconds = 60;

/** Waits until the processors have had next to nothing to do for two seconds, a minute at most. */
export async function untilQuiet(): Promise<void> {
  for (let second = 0; second < longestSeconds; second += 2) {
    const before = processorTime();
    await setTimeout(2000);
    const after = processorTime();
    if ((after.busy - before.busy) / (after.all - before.all) < quiet) return;
  }
}

/** Milliseconds since the machine began, of all processors together. */
function processorTime(): { busy: number; all: number } {
  const sum = { busy: 0, all: 0 };
  for (const { times } of cpus()) {
    const all = Object.values(times).reduce((total, one) => total + one, 0);
    sum.all += all;
    sum.busy += all - times.idle;
  }
  return sum;
}
