import {
  addAlias,
  addResource,
  getMyOrganisation,
  getOrganisationHistory,
  removeAlias,
  removeResource,
  updateOrganisation,
  uploadLogo,
  type InputOf,
} from '@jiechuan/contract';
import { data, redirect } from 'react-router';
import type { Route } from './+types/organisation';
import { OwnOrganisationPage } from '../features/members/own-organisation-page.tsx';
import { filesOf, valuesOf, wholeNumber } from '../platform/forms.ts';
import { attempt, personOf, read } from '../platform/reader.ts';

export const handle = { texts: ['members', 'words', 'countries', 'places'] };

export async function loader({ context }: Route.LoaderArgs) {
  if (personOf(context).organisationId === null) throw redirect('/apply');
  const organisation = await read(context, getMyOrganisation, {});
  const history = await read(context, getOrganisationHistory, {
    params: { id: organisation.id },
    query: { limit: 20 },
  });
  return { organisation, history: history.items };
}

export async function action({ context, request }: Route.ActionArgs) {
  const id = personOf(context).organisationId ?? '';
  const form = await request.formData();
  const { act, version, itemId, ...values } = valuesOf(form);
  const done = await change();
  return done.ok
    ? redirect('/organisation')
    : data({ problem: done.problem, act }, { status: done.problem.status });

  function change() {
    switch (act) {
      case 'logo': {
        const [file] = filesOf(form, 'logo');
        return attempt(context, uploadLogo, {
          params: { id },
          file: file ?? new Blob([]),
          filename: file?.name ?? '',
        });
      }
      case 'addAlias':
        return attempt(context, addAlias, {
          params: { id },
          body: values as InputOf<typeof addAlias>['body'],
        });
      case 'removeAlias':
        return attempt(context, removeAlias, { params: { id, aliasId: String(itemId) } });
      case 'addResource':
        return attempt(context, addResource, { params: { id }, body: resourceOf(values) });
      case 'removeResource':
        return attempt(context, removeResource, { params: { id, resourceId: String(itemId) } });
      default:
        return attempt(
          context,
          updateOrganisation,
          { params: { id }, body: profileOf(values) },
          { ifMatch: Number(version) },
        );
    }
  }
}

/** The form shows every field, so one that is left empty is meant to be empty. */
function profileOf(values: Record<string, unknown>): InputOf<typeof updateOrganisation>['body'] {
  return {
    registrationNumber: null,
    website: null,
    exportLicence: null,
    languages: [],
    tags: [],
    region: [],
    descriptions: {},
    names: {},
    ...values,
    place: { code: null, city: null, ...(values['place'] as object | undefined) },
    foundedYear: wholeNumber(values['foundedYear']) ?? null,
    employees: wholeNumber(values['employees']) ?? null,
  } as InputOf<typeof updateOrganisation>['body'];
}

function resourceOf(values: Record<string, unknown>): InputOf<typeof addResource>['body'] {
  const capacity = values['capacity'] as { amount?: string; unit?: string } | undefined;
  return {
    ...values,
    ...(capacity && {
      capacity: capacity.amount ? { unit: capacity.unit, amount: wholeNumber(capacity.amount) } : null,
    }),
  } as InputOf<typeof addResource>['body'];
}

export default function Organisation({ loaderData, actionData }: Route.ComponentProps) {
  return (
    <OwnOrganisationPage {...loaderData} problem={actionData?.problem} act={String(actionData?.act ?? '')} />
  );
}
