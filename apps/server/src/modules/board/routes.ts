import * as contract from '@jiechuan/contract';
import type { Mount } from '../../platform/http/mount.ts';
import { streamed } from '../../platform/live/streamed.ts';
import type { Ground } from '../../platform/module.ts';
import { boardTopic, getBoard } from './get-board.ts';
import { announceHeadline, removeHeadline } from './headlines.ts';

/** Mounts the module's endpoints: one line a handler. */
export function mountBoard(mount: Mount, { live }: Pick<Ground, 'live'>): void {
  mount(contract.getSigningBoard, ({ trx }) => getBoard(trx));
  mount(contract.streamSigningBoard, ({ request, reply }) =>
    streamed(live, 'board', boardTopic, request, reply),
  );
  mount(contract.announceHeadline, ({ trx, actor, body }) => announceHeadline(trx, actor, body));
  mount(contract.removeHeadline, ({ trx, actor, params }) =>
    removeHeadline(trx, actor, params.id).then(() => undefined),
  );
}
