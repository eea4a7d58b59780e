import {
  getDemand,
  getMember,
  getProduct,
  linkMeetingDeal,
  linkVisitDeal,
  openDeal,
  type InputOf,
} from '@jiechuan/contract';
import { data, redirect } from 'react-router';
import type { Route } from './+types/deal-new';
import { NewDeal } from '../features/deals/new-deal.tsx';
import { marketCodes } from '../features/plans/choices.server.ts';
import { valuesOf } from '../platform/forms.ts';
import { attempt, personOf, readerContext } from '../platform/reader.ts';
import { inLanguage } from '../ui/text.ts';

export const handle = { texts: ['deals', 'words', 'countries'] };

export async function loader({ context, request }: Route.LoaderArgs) {
  const person = personOf(context);
  const { language } = context.get(readerContext);
  const search = new URL(request.url).searchParams;
  const asked = { with: search.get('with'), demand: search.get('demand'), product: search.get('product') };
  const product = asked.product && (await attempt(context, getProduct, { params: { id: asked.product } }));
  const demand = asked.demand && (await attempt(context, getDemand, { params: { id: asked.demand } }));
  const sold = product && product.ok ? product.value : null;
  const wanted = demand && demand.ok ? demand.value : null;
  const id = asked.with ?? sold?.maker.id ?? null;
  const partner = id === null ? null : await attempt(context, getMember, { params: { id } });
  const markets = await marketCodes(context);
  const country = partner?.ok ? partner.value.country : '';
  const goods = sold ? inLanguage(sold.names, language).text : wanted?.words;
  return {
    partner: partner?.ok ? { id: partner.value.id, names: partner.value.names } : null,
    markets,
    known: {
      title: goods ?? '',
      market: wanted?.market ?? (markets.includes(country) ? country : (markets[0] ?? '')),
      ours: person.role === 'enterprise' ? ('seller' as const) : ('buyer' as const),
      demandId: wanted?.id ?? null,
      meeting: search.get('meeting'),
      visit: search.get('visit'),
    },
  };
}

export async function action({ context, request }: Route.ActionArgs) {
  personOf(context);
  const values = valuesOf(await request.formData());
  const { kind, ours, market, withOrganisation, demandId = null, title = '', message = '' } = values;
  const body = { kind, ours, market, withOrganisation, demandId, title, message } as InputOf<
    typeof openDeal
  >['body'];
  const done = await attempt(context, openDeal, { body });
  if (done.ok) {
    const { id: dealId } = done.value;
    // What a meeting or a visit led to is noted there; where it can't be, the deal stands all the same.
    const { meeting, visit } = values;
    if (typeof meeting === 'string')
      await attempt(context, linkMeetingDeal, { params: { id: meeting }, body: { dealId } });
    if (typeof visit === 'string')
      await attempt(context, linkVisitDeal, { params: { id: visit }, body: { dealId } });
    return redirect(`/deals/${dealId}`);
  }
  return data({ problem: done.problem, values }, { status: done.problem.status });
}

export default function DealNew({ loaderData, actionData }: Route.ComponentProps) {
  return <NewDeal {...loaderData} {...actionData} />;
}
