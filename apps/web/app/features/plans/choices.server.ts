import { listHubs, listMarkets } from '@jiechuan/contract';
import type { RouterContextProvider } from 'react-router';
import { attempt } from '../../platform/reader.ts';
import type { HubChoice } from './plan-form.tsx';

type Context = Readonly<Pick<RouterContextProvider, 'get'>>;

/** Markets that something is known of (ISO 3166-1 alpha-2); none where they can't be read, and the form says what it lacks. */
export async function marketCodes(context: Context): Promise<string[]> {
  const found = await attempt(context, listMarkets, {});
  return found.ok ? found.value.items.map(({ code }) => code) : [];
}

/** Most pages of hubs that a form's choice is read from. */
const mostPages = 10;

/** Every hub of the network, for choosing one. */
export async function hubChoices(context: Context): Promise<HubChoice[]> {
  const hubs: HubChoice[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < mostPages; page++) {
    const found = await attempt(context, listHubs, { query: { limit: 100, cursor } });
    if (!found.ok) break;
    hubs.push(...found.value.items.map(({ code, names, country }) => ({ code, names, country })));
    if (found.value.nextCursor === null) break;
    cursor = found.value.nextCursor;
  }
  return hubs;
}
