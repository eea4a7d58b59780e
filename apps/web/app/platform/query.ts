/**
 * The filters in a page's address, for an endpoint's `query`: a name given twice becomes a list. What is
 * no filter of ours (the language, the router's words) is left out; the contract refuses what is wrong.
 */
export function queryOf(request: Request): Record<string, string | string[]> {
  const query: Record<string, string | string[]> = {};
  const { searchParams } = new URL(request.url);
  for (const name of new Set(searchParams.keys())) {
    if (name === 'lang' || name === '_routes' || name === 'index') continue;
    const values = searchParams.getAll(name).filter((value) => value.trim() !== '');
    if (values.length > 0) query[name] = values.length === 1 ? values[0]! : values;
  }
  return query;
}
