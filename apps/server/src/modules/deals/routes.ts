import * as contract from '@jiechuan/contract';
import type { Mount } from '../../platform/http/mount.ts';
import type { Ground } from '../../platform/module.ts';
import { takeAway } from '../../platform/sheets/index.ts';
import { acceptOffer, dropOffer } from './answer-offer.ts';
import { closeDeal, endDeal, markEffective, markShipped, recordPayment } from './carry-out.ts';
import { dealsSheet, tooLarge } from './export-deals.ts';
import { openDealFile, uploadDealFile } from './files.ts';
import { changeOwner, getDeal } from './get-deal.ts';
import { listDeals } from './list-deals.ts';
import { makeOffer } from './make-offer.ts';
import { openDeal } from './open-deal.ts';
import { listMessages, readMessages } from './read-messages.ts';
import { streamDeal } from './stream-deal.ts';
import type { DealsGround } from './tell-other.ts';
import { writeMessage } from './write-message.ts';

/** Mounts the module's endpoints: one line a handler. */
export function mountDeals(mount: Mount, ground: DealsGround & Pick<Ground, 'live'>): void {
  mount(contract.openDeal, ({ trx, actor, body }) => openDeal(trx, actor, body, ground));
  mount(contract.listDeals, ({ trx, actor, query, extent }) => listDeals(trx, actor, query, extent));
  mount(contract.exportDealsCsv, ({ trx, actor, query, extent, reply }) =>
    takeAway(reply, 'deals.csv', dealsSheet(trx, actor, query, extent), tooLarge),
  );
  mount(contract.exportDealsXlsx, ({ trx, actor, query, extent, reply }) =>
    takeAway(reply, 'deals.xlsx', dealsSheet(trx, actor, query, extent), tooLarge),
  );
  mount(contract.getDeal, ({ trx, actor, params }) => getDeal(trx, actor, params.id));
  mount(contract.changeDealOwner, ({ trx, actor, params, body, expectedVersion }) =>
    changeOwner(trx, actor, { id: params.id, expectedVersion, change: body }),
  );
  mount(contract.makeOffer, ({ trx, actor, params, body }) =>
    makeOffer(trx, actor, { id: params.id, terms: body }, ground),
  );
  mount(contract.acceptOffer, ({ trx, actor, params }) => acceptOffer(trx, actor, params, ground));
  mount(contract.declineOffer, ({ trx, actor, params }) => dropOffer(trx, actor, params, 'declined', ground));
  mount(contract.withdrawOffer, ({ trx, actor, params }) =>
    dropOffer(trx, actor, params, 'withdrawn', ground),
  );
  mount(contract.markEffective, ({ trx, actor, params, body }) =>
    markEffective(trx, actor, { ...params, ...body }, ground),
  );
  mount(contract.markShipped, ({ trx, actor, params, body }) =>
    markShipped(trx, actor, { ...params, ...body }, ground),
  );
  mount(contract.recordPayment, ({ trx, actor, params, body }) =>
    recordPayment(trx, actor, { ...params, ...body }, ground),
  );
  mount(contract.closeDeal, ({ trx, actor, params, body }) =>
    closeDeal(trx, actor, { ...params, ...body }, ground),
  );
  mount(contract.endDeal, ({ trx, actor, params, body }) =>
    endDeal(trx, actor, { ...params, ...body }, ground),
  );
  mount(contract.listDealMessages, ({ trx, actor, params, query }) =>
    listMessages(trx, actor, { ...params, ...query }),
  );
  mount(contract.writeDealMessage, ({ trx, actor, params, body }) =>
    writeMessage(trx, actor, { ...params, ...body }, ground),
  );
  mount(contract.readDealMessages, ({ trx, actor, params, body }) =>
    readMessages(trx, actor, { ...params, ...body }).then(() => undefined),
  );
  mount(contract.uploadDealFile, ({ trx, actor, params, upload }) =>
    uploadDealFile(trx, actor, { id: params.id, upload }, ground),
  );
  mount(contract.openDealFile, ({ trx, actor, params, reply }) =>
    openDealFile(trx, actor, params, reply, ground),
  );
  mount(contract.streamDeal, ({ trx, actor, params, request, reply }) =>
    streamDeal(trx, actor, params.id, { live: ground.live, request, reply }),
  );
}
