import * as contract from '@jiechuan/contract';
import type { Mount } from '../../platform/http/mount.ts';
import {
  agreeToIntroduction,
  declineIntroduction,
  passIntroduction,
  withdrawIntroduction,
} from './answer-introduction.ts';
import { confirmRelation, declineRelation } from './answer-relation.ts';
import { endRelation, updateRelation } from './change-relation.ts';
import { findIntroductions } from './find-introductions.ts';
import { askForIntroduction } from './ask-introduction.ts';
import { getIntroduction, listIntroductions } from './get-introduction.ts';
import { getRelation, listRelations } from './get-relation.ts';
import { stateRelation } from './state-relation.ts';
import type { TellGround } from './tell.ts';

export function mountNetwork(mount: Mount, ground: TellGround): void {
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
  mount(contract.askForIntroduction, ({ trx, actor, body }) => askForIntroduction(trx, actor, body, ground));
  mount(contract.listIntroductions, ({ trx, actor, query }) => listIntroductions(trx, actor, query));
  mount(contract.getIntroduction, ({ trx, actor, params }) => getIntroduction(trx, actor, params.id));
  mount(contract.passIntroduction, ({ trx, actor, params, body }) =>
    passIntroduction(trx, actor, { ...params, ...body }, ground),
  );
  mount(contract.agreeToIntroduction, ({ trx, actor, params }) =>
    agreeToIntroduction(trx, actor, params.id, ground),
  );
  mount(contract.declineIntroduction, ({ trx, actor, params }) =>
    declineIntroduction(trx, actor, params.id).then(() => undefined),
  );
  mount(contract.withdrawIntroduction, ({ trx, actor, params }) =>
    withdrawIntroduction(trx, actor, params.id).then(() => undefined),
  );
}
