import {
  getMarket,
  getMarketVerdict,
  getMyOrganisation,
  listCharges,
  listHabits,
  listMarketRules,
  speakOnHabit,
  withdrawVoice,
  type InputOf,
  type MarketRule,
} from '@jiechuan/contract';
import { redirect, type RouterContextProvider } from 'react-router';
import type { Route } from './+types/market';
import { MarketPage } from '../features/markets/market-page.tsx';
import { valuesOf } from '../platform/forms.ts';
import { attempt, read, readerContext } from '../platform/reader.ts';

export const handle = { texts: ['markets', 'words', 'countries'] };

/** Pages of rules that are read for one market; far more than any has. */
const mostPages = 10;

async function rulesOf(context: Readonly<RouterContextProvider>, market: string): Promise<MarketRule[]> {
  const on = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date());
  const rules: MarketRule[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < mostPages; page++) {
    const found = await read(context, listMarketRules, { query: { market, cursor, limit: 100 } });
    // What is to come is shown too; what has ended is history.
    rules.push(...found.items.filter(({ validTo }) => validTo === null || validTo >= on));
    if (!found.nextCursor) break;
    cursor = found.nextCursor;
  }
  return rules;
}

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const code = params.code.toUpperCase();
  const product = new URL(request.url).searchParams.get('product');
  const verdict = product
    ? await read(context, getMarketVerdict, { params: { code }, query: { product } })
    : null;
  const hs6 = verdict?.facts.hs6 ?? undefined;
  const [market, rules, habits, charges] = await Promise.all([
    read(context, getMarket, { params: { code } }),
    verdict ? [] : rulesOf(context, code),
    verdict
      ? []
      : read(context, listHabits, { query: { market: code, limit: 100 } }).then(({ items }) => items),
    read(context, listCharges, { params: { code }, query: { hs6 } }).then(({ items }) => items),
  ]);
  const { reader } = context.get(readerContext);
  const own = reader?.organisationId ? await attempt(context, getMyOrganisation, {}) : null;
  const admitted = own?.ok === true && own.value.state === 'admitted' && reader?.role !== 'observer';
  return {
    market,
    rules,
    habits,
    charges,
    verdict,
    edits: reader?.role === 'secretariat' || reader?.role === 'council',
    speaks: admitted && own.value.country === code,
    asks: admitted,
  };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const { habitId, voice, note } = valuesOf(await request.formData());
  const id = String(habitId);
  const done =
    voice === 'withdraw'
      ? await attempt(context, withdrawVoice, { params: { id } })
      : await attempt(context, speakOnHabit, {
          params: { id },
          body: { voice, note: note ?? null } as InputOf<typeof speakOnHabit>['body'],
        });
  const { search } = new URL(request.url);
  return done.ok
    ? redirect(`/markets/${params.code}${search}#habit-${id}`)
    : { spoken: { habitId: id, problem: done.problem } };
}

export default function Market({ loaderData, actionData }: Route.ComponentProps) {
  return <MarketPage {...loaderData} spoken={actionData?.spoken} />;
}
