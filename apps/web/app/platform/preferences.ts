/** A cookie that keeps a choice of the reader's for a year; it tells nobody who that is. */
export const preference = (name: 'lang' | 'theme', value: string) =>
  `${name}=${value}; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly`;

/**
 * An address inside this site, for going back: anything else becomes the home page, so that no link
 * from outside can use us to lead readers elsewhere.
 * @param options.drop a query parameter to leave out
 */
export function ownAddress(address: string | null, options: { drop?: string } = {}): string {
  const base = 'http://inside.invalid';
  if (!address?.startsWith('/')) return '/';
  const url = URL.parse(address, base);
  // `/.//elsewhere` is a path inside until its dots are resolved; then a browser would read a host.
  if (!url || url.origin !== base || url.pathname.startsWith('//')) return '/';
  if (options.drop) url.searchParams.delete(options.drop);
  return url.pathname + url.search;
}
