import { listMyProducts } from '@jiechuan/contract';
import type { RouterContextProvider } from 'react-router';
import { attempt, readerContext } from '../../platform/reader.ts';
import { inLanguage } from '../../ui/text.ts';

/** The organisation's own products; none for whoever makes nothing, who ships goods in words. */
export async function productChoices(
  context: Readonly<Pick<RouterContextProvider, 'get'>>,
): Promise<{ id: string; name: string }[]> {
  const { language } = context.get(readerContext);
  const mine = await attempt(context, listMyProducts, { query: { limit: 100 } });
  const items = mine.ok ? mine.value.items : [];
  return items.map(({ id, names }) => ({ id, name: inLanguage(names, language).text }));
}
