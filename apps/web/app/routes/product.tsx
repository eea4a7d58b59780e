import { getProduct } from '@jiechuan/contract';
import type { Route } from './+types/product';
import { ProductView } from '../features/catalogue/product-view.tsx';
import { makesPlans } from '../features/plans/makes-plans.ts';
import { read, readerContext } from '../platform/reader.ts';

export const handle = { texts: ['catalogue', 'words', 'countries', 'places'] };

export async function loader({ context, params }: Route.LoaderArgs) {
  const product = await read(context, getProduct, { params: { id: params.id } });
  const { origin, reader } = context.get(readerContext);
  return {
    product,
    origin,
    edits: reader?.organisationId === product.maker.id,
    plans: makesPlans(reader),
  };
}

export default function Product({ loaderData }: Route.ComponentProps) {
  return <ProductView {...loaderData} />;
}
