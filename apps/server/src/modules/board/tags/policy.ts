import type { Policy } from '../../../platform/policy.ts';

/** Totals and shipped facts are for everybody, observers too, as the board is. */
export const tagsPolicy: Policy = {
  'board.getBoardTags': { all: 'everyone' },
  'board.reportCountries': { all: 'everyone' },
  'board.exportCountriesCsv': { all: 'everyone' },
  'board.exportCountriesXlsx': { all: 'everyone' },
  'board.exportSigningBoardCsv': { all: 'everyone' },
  'board.exportSigningBoardXlsx': { all: 'everyone' },
};
