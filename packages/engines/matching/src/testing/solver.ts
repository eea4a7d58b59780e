import type { Highs } from 'highs';
import * as module from 'highs';

/** HiGHS, a solver of linear programs. Its types are written for CommonJS, so that the default export has to be named. */
export const openSolver = (): Promise<Highs> =>
  (module as unknown as { default: () => Promise<Highs> }).default();
