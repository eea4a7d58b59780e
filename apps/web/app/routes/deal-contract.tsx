import {
  agreeToSlot,
  amendContract,
  askForSlot,
  declineSlot,
  draftContract,
  getContract,
  getMe,
  issueContract,
  listCeremonies,
  listContracts,
  listOwnSlots,
  recallContract,
  showName,
  signContract,
  updateContract,
  withdrawSlot,
  type ContractPage,
  type InputOf,
  type OwnSlot,
} from '@jiechuan/contract';
import { data, redirect, type RouterContextProvider } from 'react-router';
import type { Route } from './+types/deal-contract';
import { ceremonyActs, type AtCeremonies } from '../features/contracts/ceremony-part.tsx';
import { ContractView, NoContract, type Refused } from '../features/contracts/contract-page.tsx';
import { termsOf } from '../features/contracts/terms-values.ts';
import { valuesOf, type FormValues } from '../platform/forms.ts';
import { attempt, personOf, read, type Attempt } from '../platform/reader.ts';

export const handle = { texts: ['contracts', 'ceremonies', 'words'] };

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
  const contract = await shown(context, params.id, request);
  return { dealId: params.id, contract, at: contract && (await ceremoniesOf(context, contract)) };
}

/** Where a contract is to be signed, or could be. */
async function ceremoniesOf(context: Context, { id, state }: ContractPage): Promise<AtCeremonies> {
  const slots = await read(context, listOwnSlots, { query: { contract: id } });
  const of = async (one: 'open' | 'announced') =>
    (await read(context, listCeremonies, { query: { state: one, limit: 50 } })).items;
  const ceremonies = state === 'issued' ? [...(await of('open')), ...(await of('announced'))] : [];
  const { organisationRole } = await read(context, getMe, {});
  return { slot: slots.items[0] ?? null, ceremonies, acts: organisationRole !== 'member' };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  personOf(context);
  const values = valuesOf(await request.formData());
  const act = String(values['act']);
  if (ceremonyActs.includes(act)) {
    const contract = await shown(context, params.id, request);
    if (!contract) throw data(null, { status: 404 });
    const done = await atCeremony(context, contract.id, act, values);
    return done.ok
      ? redirect(pageOf(params.id, contract))
      : data({ problem: done.problem, act, values }, { status: done.problem.status });
  }
  if (act === 'save' || act === 'issue') return keep(context, params.id, request, act, values);
  const done = await change(context, params.id, request, act, values);
  // A password is not sent back.
  const { password: _, ...typed } = values;
  if (!done.ok) return data({ problem: done.problem, act, values: typed }, { status: done.problem.status });
  return redirect(pageOf(params.id, done.value));
}

/** Saves a draft as it is typed, and issues it where that was asked: never without the changes that stand in the form. */
async function keep(context: Context, dealId: string, request: Request, act: string, values: FormValues) {
  const contract = await shown(context, dealId, request);
  if (!contract) throw data(null, { status: 404 });
  const params = { id: contract.id };
  const body = { terms: termsOf(values, contract.terms) };
  const ifMatch = Number(values['version']);
  const saved = await attempt(context, updateContract, { params, body }, { ifMatch });
  if (!saved.ok)
    return data({ problem: saved.problem, act: 'save', values }, { status: saved.problem.status });
  if (act === 'issue') {
    const { version } = saved.value;
    const issued = await attempt(context, issueContract, { params }, { ifMatch: version });
    if (!issued.ok)
      return data({ problem: issued.problem, act, saved: saved.value }, { status: issued.problem.status });
  }
  return redirect(pageOf(dealId, contract));
}

const pageOf = (dealId: string, { id, amends }: Pick<ContractPage, 'id' | 'amends'>): string =>
  `/deals/${dealId}/contract${amends ? `?${new URLSearchParams({ show: id })}` : ''}`;

/** Asks for a contract to be signed at a ceremony, or says something of what was asked. */
function atCeremony(
  context: Context,
  id: string,
  act: string,
  values: FormValues,
): Promise<Attempt<OwnSlot>> {
  const show = values['showName'] !== undefined;
  const params = { id: String(values['slot']) };
  switch (act) {
    case 'ask': {
      const body = { ceremonyId: values['ceremonyId'], showName: show };
      return attempt(context, askForSlot, {
        params: { id },
        body: body as InputOf<typeof askForSlot>['body'],
      });
    }
    case 'agree':
      return attempt(context, agreeToSlot, { params, body: { showName: show } });
    case 'decline':
      return attempt(context, declineSlot, { params });
    case 'withdraw':
      return attempt(context, withdrawSlot, { params });
    default:
      return attempt(context, showName, { params, body: { show } });
  }
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
  const { dealId, at } = loaderData;
  const refused = (actionData ?? {}) as Refused & { saved?: ContractPage };
  // Refused once it was saved: what was saved is newer than what the page was loaded with.
  const contract = refused.saved ?? loaderData.contract;
  return contract && at ? (
    <ContractView key={`${contract.id}${contract.version}`} contract={contract} at={at} {...refused} />
  ) : (
    <NoContract dealId={dealId} problem={refused.problem} />
  );
}
