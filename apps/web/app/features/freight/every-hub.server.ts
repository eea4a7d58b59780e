import { listHubs, type ResponseOf } from '@jiechuan/contract';
import type { RouterContextProvider } from 'react-router';
import { attempt } from '../../platform/reader.ts';

/** Most pages of hubs that a form's choice is read from. */
const mostPages = 10;

/** Every hub of the network, for choosing one; those that were read where one page can't be. */
export async function everyHub(context: Readonly<Pick<RouterContextProvider, 'get'>>) {
  const hubs: ResponseOf<typeof listHubs>['items'] = [];
  let cursor: string | undefined;
  for (let page = 0; page < mostPages; page++) {
    const found = await attempt(context, listHubs, { query: { limit: 100, cursor } });
    if (!found.ok) break;
    hubs.push(...found.value.items);
    if (found.value.nextCursor === null) break;
    cursor = found.value.nextCursor;
  }
  return hubs;
}
