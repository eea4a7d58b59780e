import { createProduct } from '@jiechuan/contract';
import { redirect } from 'react-router';
import type { Route } from './+types/product-new';
import { NewProduct } from '../features/catalogue/new-product.tsx';
import { productOf, type Edited } from '../features/catalogue/product-values.ts';
import { valuesOf } from '../platform/forms.ts';
import { attempt, personOf } from '../platform/reader.ts';

export const handle = { texts: ['catalogue', 'words', 'countries', 'places'] };

export function loader({ context }: Route.LoaderArgs) {
  personOf(context);
}

export async function action({ context, request }: Route.ActionArgs) {
  const body = productOf(valuesOf(await request.formData()));
  const done = await attempt(context, createProduct, { body });
  if (done.ok) return redirect(`/organisation/products/${done.value.id}`);
  return { problem: done.problem, product: body as unknown as Edited };
}

export default function ProductNew({ actionData }: Route.ComponentProps) {
  return <NewProduct {...actionData} />;
}
