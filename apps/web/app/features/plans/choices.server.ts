import { listMarkets } from '@jiechuan/contract';
import type { RouterContextProvider } from 'react-router';
import { attempt } from '../../platform/reader.ts';
import { everyHub } from '../freight/every-hub.server.ts';
import type { HubChoice } from './plan-form.tsx';

type Context = Readonly<Pick<RouterContextProvider, 'get'>>;

/** Markets that something is known of (ISO 3166-1 alpha-2); none where they can't be read, and the form says what it lacks. */
export async function marketCodes(context: Context): Promise<string[]> {
  const found = await attempt(context, listMarkets, {});
  return found.ok ? found.value.items.map(({ code }) => code) : [];
}

/** Every hub of the network, for choosing one. */
export const hubChoices = async (context: Context): Promise<HubChoice[]> =>
  (await everyHub(context)).map(({ code, names, country }) => ({ code, names, country }));
