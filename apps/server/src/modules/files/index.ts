import { openFile as endpoint } from '@jiechuan/contract';
import type { Module } from '../../platform/module.ts';
import { openFile } from './open-file.ts';

/** Files that the modules took in, handed out again. */
export const filesModule: Module = {
  name: 'files',
  migrations: {},
  // Who may read which file is decided file by file in open-file.ts.
  policy: { 'files.openFile': { all: ['secretariat'], own: 'everyone' } },
  routes(mount, ground) {
    mount(endpoint, ({ trx, actor, params, query, reply }) =>
      openFile(
        trx,
        actor,
        { id: params.id, width: query.width === undefined ? undefined : (Number(query.width) as 320 | 960) },
        reply,
        ground,
      ),
    );
  },
};
