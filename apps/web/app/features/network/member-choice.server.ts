import { getMember, listMembers } from '@jiechuan/contract';
import type { RouterContextProvider } from 'react-router';
import { personOf, read } from '../../platform/reader.ts';

/** The member that a page's address names, or those that its words find. */
export async function memberChoice(context: Readonly<Pick<RouterContextProvider, 'get'>>, request: Request) {
  const { searchParams } = new URL(request.url);
  const asked = searchParams.get('organisation');
  const q = searchParams.get('q')?.trim() ?? '';
  const own = personOf(context).organisationId;
  if (asked) {
    const { id, names, kind, country } = await read(context, getMember, { params: { id: asked } });
    return { member: { id, names, kind, country }, search: { q: '', own } };
  }
  const found = q === '' ? undefined : await read(context, listMembers, { query: { q, limit: 20 } });
  return { member: null, search: { q, found: found?.items, own } };
}
