import { getDeal, getDemand, listMatches, makeOffer, type OfferTerms } from '@jiechuan/contract';
import { data, redirect } from 'react-router';
import type { Route } from './+types/deal-offer';
import { OfferForm } from '../features/deals/offer-form.tsx';
import { offerOf } from '../features/deals/offer-values.ts';
import { productChoices } from '../features/shipments/product-choices.server.ts';
import { valuesOf } from '../platform/forms.ts';
import { attempt, personOf, read, readerContext } from '../platform/reader.ts';
import { inLanguage } from '../ui/text.ts';

export const handle = { texts: ['deals', 'words'] };

export async function loader({ context, params }: Route.LoaderArgs) {
  personOf(context);
  const deal = await read(context, getDeal, { params: { id: params.id } });
  const [before] = deal.offers;
  const { id, title, version } = deal;
  return {
    deal: { id, title, version },
    counter: before !== undefined,
    values: before ?? (await fromDemand(context, deal)),
    // Whoever sells says which of its products it is: only so does an order count for the product.
    products: deal.ours === 'seller' ? await productChoices(context) : [],
  };
}

/** Where there is no offer yet, what the demand says of the goods that were held against it. */
async function fromDemand(
  context: Route.LoaderArgs['context'],
  { demandId, seller }: { demandId: string | null; seller: { id: string } },
): Promise<Partial<OfferTerms>> {
  if (demandId === null) return {};
  const demand = await attempt(context, getDemand, { params: { id: demandId } });
  const matches = await attempt(context, listMatches, { params: { id: demandId } });
  if (!demand.ok) return {};
  const { words, hs6, quantity, unit, incoterm, targetPrice } = demand.value;
  const match = matches.ok
    ? matches.value.items.find(
        ({ product, blockedBy }) => product.maker.id === seller.id && blockedBy.length === 0,
      )
    : undefined;
  const { language } = context.get(readerContext);
  return {
    lines: [
      {
        productId: match?.product.id ?? null,
        description: match ? inLanguage(match.product.names, language).text : words,
        hs6,
        quantity,
        unit,
        unitPrice: targetPrice?.amount ?? 0,
      },
    ],
    incoterm,
    ...(targetPrice && { currency: targetPrice.currency }),
  };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  personOf(context);
  const body = offerOf(valuesOf(await request.formData()));
  const done = await attempt(context, makeOffer, { params: { id: params.id }, body });
  if (done.ok) return redirect(`/deals/${params.id}`);
  return data({ problem: done.problem, values: body }, { status: done.problem.status });
}

export default function DealOfferRoute({ loaderData, actionData }: Route.ComponentProps) {
  return <OfferForm {...loaderData} {...actionData} />;
}
