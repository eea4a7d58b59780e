import {
  checkCustomsMode,
  listCustomsModes,
  quoteParcel,
  type InputOf,
  type ProblemDocument,
} from '@jiechuan/contract';
import type { Route } from './+types/freight-quote';
import { QuotePage, type QuotePageProps } from '../features/freight/quote-page.tsx';
import { queryOf } from '../platform/query.ts';
import { attempt, read } from '../platform/reader.ts';

export const handle = { texts: ['freight', 'words', 'countries'] };

/** One address holds either form's question: a parcel has a weight, a customs check a mode. */
export async function loader({ context, request }: Route.LoaderArgs): Promise<QuotePageProps> {
  const query = queryOf(request);
  const { items: modes } = await read(context, listCustomsModes, {});
  const nothing = { parcel: null, customs: null, modes };
  const refused = (form: 'parcel' | 'customs', problem: ProblemDocument) => ({
    ...nothing,
    problem,
    refused: form,
  });
  if (query['weightG'] !== undefined) {
    const asked = await attempt(context, quoteParcel, {
      query: query as InputOf<typeof quoteParcel>['query'],
    });
    return asked.ok ? { ...nothing, parcel: asked.value } : refused('parcel', asked.problem);
  }
  if (query['mode'] !== undefined) {
    const { mode, valueUsd, ...facts } = query;
    const asked = await attempt(context, checkCustomsMode, {
      params: { mode } as InputOf<typeof checkCustomsMode>['params'],
      query: {
        ...facts,
        valueUsdCents: Math.round(Number(valueUsd) * 100),
      } as InputOf<typeof checkCustomsMode>['query'],
    });
    return asked.ok ? { ...nothing, customs: asked.value } : refused('customs', asked.problem);
  }
  return nothing;
}

export default function FreightQuote({ loaderData }: Route.ComponentProps) {
  return <QuotePage {...loaderData} />;
}
