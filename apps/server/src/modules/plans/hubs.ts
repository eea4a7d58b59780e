import type { ProductPage } from '@jiechuan/contract';
import { pathOf } from '../../platform/geography/index.ts';
import type { ExpandedNetwork } from '../freight/index.ts';

type Network = Pick<ExpandedNetwork, 'network' | 'hubs'>;

/**
 * The city that goods set out from: of the smallest division of their origin that has a hub, else Chongqing or Chengdu
 * by the province.
 * @returns a hub's code; undefined where the network has none of these
 */
export function originHub(product: Pick<ProductPage, 'origin'>, { hubs }: Network): string | undefined {
  const cities = [...hubs].filter(([, hub]) => hub.country === 'CN' && hub.kind === 'city');
  const code = product.origin.code ?? '510000';
  const named = pathOf(code).flatMap(({ short }) =>
    cities.filter(([, hub]) => hub.names['zh-CN']?.startsWith(short['zh-CN'])),
  );
  const capital = code.startsWith('50') ? 'chongqing' : 'chengdu';
  return [...named, ...cities.filter(([, hub]) => hub.code === capital)][0]?.[0];
}

/** Of a market's hubs, cities first, the one where most services arrive; by its code among equals. */
export function marketHub(country: string, { network, hubs }: Network): string | undefined {
  const arrivals = new Map<string, number>();
  for (const { to } of network.legs) arrivals.set(to, (arrivals.get(to) ?? 0) + 1);
  return [...hubs]
    .filter(([code, hub]) => hub.country === country && arrivals.has(code))
    .toSorted(
      ([a, one], [b, other]) =>
        Number(other.kind === 'city') - Number(one.kind === 'city') ||
        arrivals.get(b)! - arrivals.get(a)! ||
        one.code.localeCompare(other.code),
    )[0]?.[0];
}
