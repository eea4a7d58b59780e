import {
  changePersonRole,
  getMyOrganisation,
  listPeople,
  removePerson,
  type InputOf,
} from '@jiechuan/contract';
import { data, redirect, redirectDocument } from 'react-router';
import type { Route } from './+types/people';
import { PeoplePage } from '../features/accounts/people-page.tsx';
import { askAuth } from '../platform/auth.ts';
import { valuesOf } from '../platform/forms.ts';
import { attempt, personOf, read, readerContext } from '../platform/reader.ts';
import { inLanguage } from '../ui/text.ts';

export const handle = { texts: ['accounts'] };

export async function loader({ context }: Route.LoaderArgs) {
  if (personOf(context).organisationId === null) throw redirect('/apply');
  const [people, { names }] = await Promise.all([
    read(context, listPeople, {}),
    read(context, getMyOrganisation, {}),
  ]);
  return { people, organisation: inLanguage(names, context.get(readerContext).language).text };
}

export async function action({ context, request }: Route.ActionArgs) {
  const { act, itemId, email, role } = valuesOf(await request.formData());
  const id = String(itemId);
  const done = await change();
  if (!done.ok) return data({ problem: done.problem, act: String(act) }, { status: done.problem.status });
  // Whom one acts for has changed, and with it every page's header.
  return act === 'leave' ? redirectDocument('/') : redirect('/organisation/people');

  function change() {
    switch (act) {
      case 'invite':
        return askAuth(context, '/organization/invite-member', {
          email,
          role,
          organizationId: personOf(context).organisationId,
        });
      case 'cancelInvitation':
        return askAuth(context, '/organization/cancel-invitation', { invitationId: id });
      case 'changeRole':
        return attempt(context, changePersonRole, {
          params: { id },
          body: { role } as InputOf<typeof changePersonRole>['body'],
        });
      default:
        return attempt(context, removePerson, { params: { id } });
    }
  }
}

export default function People({ loaderData, actionData }: Route.ComponentProps) {
  return <PeoplePage {...loaderData} {...actionData} />;
}
