/** A step of the price facet, `1000-5000` or `1000000-`, in minor units of CNY: from, and below what. */
export function priceRange(step: string): { from: number; below: number | null } | undefined {
  const found = /^(\d{1,12})-(\d{0,12})$/.exec(step);
  if (!found) return undefined;
  return { from: Number(found[1]), below: found[2] ? Number(found[2]) : null };
}

/** The step as the contract's filters; nothing for what isn't a step. */
export function priceQuery(step: string): { priceMin?: string; priceMax?: string } {
  const range = priceRange(step);
  if (!range) return {};
  return {
    priceMin: String(range.from),
    ...(range.below !== null && { priceMax: String(range.below - 1) }),
  };
}

/** An address's filters as the contract's: its `price` by its bounds; what isn't a step stays, to be refused by name. */
export function withPriceRange({
  price,
  ...query
}: Record<string, string | string[]>): Record<string, string | string[]> {
  if (price === undefined) return query;
  return typeof price === 'string' && priceRange(price)
    ? { ...query, ...priceQuery(price) }
    : { ...query, price };
}
