import * as contract from '@jiechuan/contract';
import type { Mount } from '../../platform/http/mount.ts';
import { confirmRelation, declineRelation } from './answer-relation.ts';
import { endRelation, updateRelation } from './change-relation.ts';
import { findIntroductions } from './find-introductions.ts';
import { getRelation, listRelations } from './get-relation.ts';
import { stateRelation } from './state-relation.ts';

export function mountNetwork(mount: Mount): void {
  mount(contract.stateRelation, ({ trx, actor, body }) => stateRelation(trx, actor, body));
  mount(contract.listRelations, ({ trx, actor, query }) => listRelations(trx, actor, query));
  mount(contract.getRelation, ({ trx, actor, params }) => getRelation(trx, actor, params.id));
  mount(contract.confirmRelation, ({ trx, actor, params, body }) =>
    confirmRelation(trx, actor, { ...params, ...body }),
  );
  mount(contract.declineRelation, ({ trx, actor, params }) =>
    declineRelation(trx, actor, params.id).then(() => undefined),
  );
  mount(contract.updateRelation, ({ trx, actor, params, body, expectedVersion }) =>
    updateRelation(trx, actor, { ...params, ...body, expectedVersion }),
  );
  mount(contract.endRelation, ({ trx, actor, params }) =>
    endRelation(trx, actor, params.id).then(() => undefined),
  );
  mount(contract.findIntroductions, ({ trx, actor, query }) => findIntroductions(trx, actor, query));
}
