import { getAllianceTotals } from '@jiechuan/contract';
import type { Route } from './+types/home';
import { AtAGlance } from '../features/home/at-a-glance.tsx';
import { read } from '../platform/reader.ts';

export const handle = { texts: ['home', 'words'] };

export async function loader({ context }: Route.LoaderArgs) {
  return { totals: await read(context, getAllianceTotals, {}) };
}

export default function Home({ loaderData }: Route.ComponentProps) {
  return <AtAGlance {...loaderData} />;
}
