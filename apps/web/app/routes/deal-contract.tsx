import {
  amendContract,
  draftContract,
  getContract,
  issueContract,
  listContracts,
  recallContract,
  signContract,
  updateContract,
  type ContractPage,
  type InputOf,
} from '@jiechuan/contract';
import { data, redirect, type RouterContextProvider } from 'react-router';
import type { Route } from './+types/deal-contract';
import { ContractView, NoContract, type Refused } from '../features/contracts/contract-page.tsx';
import { termsOf } from '../features/contracts/terms-values.ts';
import { valuesOf, type FormValues } from '../platform/forms.ts';
import { attempt, personOf, read, type Attempt } from '../platform/reader.ts';

export const handle = { texts: ['contracts', 'words'] };

type Context = Readonly<RouterContextProvider>;

/** The contract of a deal, or the amendment asked for. */
async function shown(context: Context, dealId: string, request: Request): Promise<ContractPage | null> {
  const { items } = await read(context, listContracts, { params: { dealId } });
  const asked = new URL(request.url).searchParams.get('show');
  const one = items.find(({ id }) => id === asked) ?? items[0];
  return one ? read(context, getContract, { params: { id: one.id } }) : null;
}

export async function loader({ context, params, request }: Route.LoaderArgs) {
  personOf(context);
  return { dealId: params.id, contract: await shown(context, params.id, request) };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  personOf(context);
  const values = valuesOf(await request.formData());
  const act = String(values['act']);
  const done = await change(context, params.id, request, act, values);
  // A password is not sent back.
  const { password: _, ...typed } = values;
  if (!done.ok) return data({ problem: done.problem, act, values: typed }, { status: done.problem.status });
  const { id, amends } = done.value;
  return redirect(`/deals/${params.id}/contract${amends ? `?${new URLSearchParams({ show: id })}` : ''}`);
}

async function change(
  context: Context,
  dealId: string,
  request: Request,
  act: string,
  values: FormValues,
): Promise<Attempt<ContractPage>> {
  if (act === 'draft') {
    const body = { language: values['language'] } as InputOf<typeof draftContract>['body'];
    return attempt(context, draftContract, { params: { dealId }, body });
  }
  const contract = await shown(context, dealId, request);
  if (!contract) throw data(null, { status: 404 });
  const params = { id: contract.id };
  const ifMatch = Number(values['version']);
  switch (act) {
    case 'save':
      return attempt(
        context,
        updateContract,
        { params, body: { terms: termsOf(values, contract.terms) } },
        { ifMatch },
      );
    case 'issue':
      return attempt(context, issueContract, { params }, { ifMatch });
    case 'recall':
      return attempt(context, recallContract, { params }, { ifMatch });
    case 'amend':
      return attempt(context, amendContract, { params });
    default: {
      const { documentSha256, password, code } = values;
      const body = { documentSha256, proof: { method: 'password', password, code } };
      return attempt(context, signContract, { params, body: body as InputOf<typeof signContract>['body'] });
    }
  }
}

export default function DealContract({ loaderData, actionData }: Route.ComponentProps) {
  const { contract, dealId } = loaderData;
  const refused = (actionData ?? {}) as Refused;
  return contract ? (
    <ContractView key={`${contract.id}${contract.version}`} contract={contract} {...refused} />
  ) : (
    <NoContract dealId={dealId} problem={refused.problem} />
  );
}
