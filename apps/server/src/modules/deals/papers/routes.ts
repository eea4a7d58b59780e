import * as contract from '@jiechuan/contract';
import type { Mount } from '../../../platform/http/mount.ts';
import type { Ground } from '../../../platform/module.ts';
import { takeAway } from '../../../platform/sheets/index.ts';
import { tooLarge } from '../export-deals.ts';
import { issuePaper, recallPaper, updatePaper } from './change-paper.ts';
import { draftPaper } from './draft-paper.ts';
import { listPaperApplications } from './list-paper-applications.ts';
import { openPaper, paperSheet, paperUbl } from './outputs.ts';
import { readPaper } from './paper.sql.ts';
import { listPapers, presentPaper } from './present.ts';
import { answerPaper, submitPaper } from './submit-paper.ts';

/** Mounts the endpoints of papers: one line a handler. */
export function mountPapers(mount: Mount, ground: Pick<Ground, 'mail' | 'config' | 'files'>): void {
  mount(contract.listPapers, ({ trx, actor, params }) => listPapers(trx, actor, params.dealId));
  mount(contract.draftPaper, ({ trx, actor, params, body }) =>
    draftPaper(trx, actor, { ...params, ...body }),
  );
  mount(contract.getPaper, async ({ trx, actor, params }) =>
    presentPaper(trx, await readPaper(trx, actor, params.id)),
  );
  mount(contract.updatePaper, ({ trx, actor, params, body, expectedVersion }) =>
    updatePaper(trx, actor, { ...params, expectedVersion, content: body }),
  );
  mount(contract.issuePaper, ({ trx, actor, params, expectedVersion }) =>
    issuePaper(trx, actor, { ...params, expectedVersion }, ground),
  );
  mount(contract.recallPaper, ({ trx, actor, params, expectedVersion }) =>
    recallPaper(trx, actor, { ...params, expectedVersion }),
  );
  mount(contract.submitPaper, ({ trx, actor, params, body, expectedVersion }) =>
    submitPaper(trx, actor, { ...params, ...body, expectedVersion }, ground),
  );
  mount(contract.answerPaper, ({ trx, actor, params, body, expectedVersion }) =>
    answerPaper(trx, actor, { ...params, ...body, expectedVersion }, ground),
  );
  mount(contract.listPaperApplications, ({ trx, actor, query }) => listPaperApplications(trx, actor, query));
  mount(contract.openPaper, ({ trx, actor, params, reply }) =>
    openPaper(trx, actor, params.id, reply, ground),
  );
  mount(contract.exportPaperCsv, ({ trx, actor, params, reply }) =>
    takeAway(reply, 'paper.csv', paperSheet(trx, actor, params.id), tooLarge),
  );
  mount(contract.exportPaperXlsx, ({ trx, actor, params, reply }) =>
    takeAway(reply, 'paper.xlsx', paperSheet(trx, actor, params.id), tooLarge),
  );
  mount(contract.exportPaperUbl, ({ trx, actor, params, reply }) => paperUbl(trx, actor, params.id, reply));
}
