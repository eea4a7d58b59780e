import type { Role } from '../../../platform/actor.ts';
import type { Policy } from '../../../platform/policy.ts';

/** As for contracts: papers are the two parties' own; a council reads the applications it was sent. */
const traders: readonly Role[] = ['enterprise', 'merchant', 'association', 'provider', 'post', 'council'];

export const papersPolicy: Policy = {
  'papers.listPapers': { own: traders },
  'papers.draftPaper': { own: traders },
  'papers.getPaper': { own: traders },
  'papers.updatePaper': { own: traders },
  'papers.issuePaper': { own: traders },
  'papers.recallPaper': { own: traders },
  'papers.submitPaper': { own: traders },
  'papers.openPaper': { own: traders },
  'papers.exportPaperCsv': { own: traders },
  'papers.exportPaperXlsx': { own: traders },
  'papers.exportPaperUbl': { own: traders },
  'papers.listPaperApplications': { own: ['council'] },
  'papers.answerPaper': { own: ['council'] },
};
