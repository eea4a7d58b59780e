import { getAllianceTotals, getProductTotals, listProducts } from '@jiechuan/contract';
import type { Route } from './+types/home';
import { AtAGlance } from '../features/home/at-a-glance.tsx';
import { read, readerContext } from '../platform/reader.ts';

export const handle = { texts: ['home', 'words', 'catalogue'] };

export async function loader({ context }: Route.LoaderArgs) {
  const { reader } = context.get(readerContext);
  const [totals, products, latest] = await Promise.all([
    read(context, getAllianceTotals, {}),
    read(context, getProductTotals, {}),
    // An observer reads totals only.
    reader?.role === 'observer'
      ? []
      : read(context, listProducts, { query: { limit: 8, sort: 'newest' } }).then(({ items }) => items),
  ]);
  return { totals, products, latest, waysIn: reader === null };
}

export default function Home({ loaderData }: Route.ComponentProps) {
  return <AtAGlance {...loaderData} />;
}
