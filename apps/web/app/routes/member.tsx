import { addAffiliate, getMember, listMembers, listProducts, removeAffiliate } from '@jiechuan/contract';
import { data, redirect } from 'react-router';
import type { Route } from './+types/member';
import { MemberPage } from '../features/members/member-page.tsx';
import { keepsRelations } from '../features/network/keeps-relations.ts';
import { keepsTours } from '../features/tours/keeps-tours.ts';
import { valuesOf } from '../platform/forms.ts';
import { attempt, personOf, read, readerContext } from '../platform/reader.ts';

export const handle = { texts: ['members', 'catalogue', 'words', 'countries', 'places'] };

export async function loader({ context, params }: Route.LoaderArgs) {
  const { id } = params;
  const { reader } = context.get(readerContext);
  const [member, sold] = await Promise.all([
    read(context, getMember, { params: { id } }),
    // Whoever may not read products reads the rest of the page.
    attempt(context, listProducts, { query: { organisation: id, limit: 5 } }),
  ]);
  const vouching =
    member.kind === 'association'
      ? await read(context, listMembers, { query: { association: id, limit: 10, sort: 'name' } })
      : null;
  const speaksFor =
    reader?.role === 'association' && reader.organisationId !== id ? reader.organisationId : null;
  return {
    member,
    products: sold.ok ? { items: sold.value.items, total: sold.value.total } : null,
    affiliates: vouching && { items: vouching.items, total: vouching.total },
    visitor: reader === null,
    mayMeet: keepsRelations(reader) && reader?.organisationId !== id,
    mayGuide: keepsTours(reader) && member.country !== 'CN',
    ours: speaksFor === null ? null : member.associations.some((one) => one.id === speaksFor),
  };
}

/** The reader's association names this member as one of its own, or no longer. */
export async function action({ context, params, request }: Route.ActionArgs) {
  const { act } = valuesOf(await request.formData());
  const endpoint = act === 'disown' ? removeAffiliate : addAffiliate;
  const done = await attempt(context, endpoint, {
    params: { id: personOf(context).organisationId ?? '', memberId: params.id },
  });
  return done.ok ? redirect(`/members/${params.id}`) : data({ problem: done.problem }, done.problem.status);
}

export default function Member({ loaderData, actionData }: Route.ComponentProps) {
  return <MemberPage {...loaderData} problem={actionData?.problem} />;
}
