import * as contract from '@jiechuan/contract';
import type { Mount } from '../../../platform/http/mount.ts';
import { amendContract } from './amend-contract.ts';
import { issueContract, recallContract, updateContract } from './change-contract.ts';
import { draftContract } from './draft-contract.ts';
import { getContract, listContracts } from './get-contract.ts';
import type { ContractsGround } from './ground.ts';
import { prepareSigning } from './prepare-signing.ts';
import { showDocument } from './show-document.ts';
import { signContract } from './sign-contract.ts';
import { verifyDocument, verifyNumber } from './verify-document.ts';

/** Mounts the endpoints of contracts: one line a handler. */
export function mountContracts(mount: Mount, ground: ContractsGround): void {
  mount(contract.draftContract, ({ trx, actor, params, body }) =>
    draftContract(trx, actor, { ...params, ...body }),
  );
  mount(contract.listContracts, ({ trx, actor, params }) => listContracts(trx, actor, params.dealId));
  mount(contract.getContract, ({ trx, actor, params }) => getContract(trx, actor, params.id));
  mount(contract.updateContract, ({ trx, actor, params, body, expectedVersion }) =>
    updateContract(trx, actor, { ...params, ...body, expectedVersion }),
  );
  mount(contract.issueContract, ({ trx, actor, params, expectedVersion }) =>
    issueContract(trx, actor, { ...params, expectedVersion }, ground),
  );
  mount(contract.recallContract, ({ trx, actor, params, expectedVersion }) =>
    recallContract(trx, actor, { ...params, expectedVersion }),
  );
  mount(contract.amendContract, ({ trx, actor, params }) => amendContract(trx, actor, params.id));
  mount(contract.previewContract, ({ trx, actor, params, reply }) =>
    showDocument(trx, actor, params.id, reply, ground),
  );
  mount(contract.prepareSigning, ({ trx, actor, params }) => prepareSigning(trx, actor, params.id, ground));
  mount(contract.signContract, ({ trx, actor, params, body, request }) =>
    signContract(trx, actor, { ...params, ...body, headers: request.headers }, ground),
  );
  mount(contract.verifyDocument, ({ trx, upload }) => verifyDocument(trx, upload));
  mount(contract.verifyNumber, ({ trx, query }) => verifyNumber(trx, query));
}
