import { roles, type Role } from '../../../platform/actor.ts';
import type { Policy } from '../../../platform/policy.ts';

const secretariat: readonly Role[] = ['secretariat'];
const maker: readonly Role[] = ['enterprise'];
/** Observers read totals, nothing that speaks of one member. */
const notObservers = roles.filter((role) => role !== 'observer');

/** The public sees what makers show; a maker its own, the secretariat all. Nobody shows a product but its maker. */
export const symbolsPolicy: Policy = {
  'board.listSymbols': { all: notObservers },
  'board.exportSymbolsCsv': { all: notObservers },
  'board.exportSymbolsXlsx': { all: notObservers },
  'board.listStandings': { all: secretariat, own: maker },
  'board.exportStandingsCsv': { all: secretariat, own: maker },
  'board.exportStandingsXlsx': { all: secretariat, own: maker },
  'board.getStanding': { all: secretariat, own: maker },
  'board.showSymbol': { own: maker },
  'board.hideSymbol': { all: secretariat, own: maker },
};
