import {
  acceptOffer,
  changeDealOwner,
  closeDeal,
  declineOffer,
  endDeal,
  getDeal,
  listDealMessages,
  listShipments,
  markEffective,
  markShipped,
  readDealMessages,
  recordPayment,
  uploadDealFile,
  withdrawOffer,
  writeDealMessage,
  type InputOf,
} from '@jiechuan/contract';
import { data, redirect } from 'react-router';
import type { Route } from './+types/deal';
import { decimalsOf, smallestParts } from '../features/catalogue/product-values.ts';
import { DealPage } from '../features/deals/deal-page.tsx';
import { filesOf, valuesOf, type FormValues } from '../platform/forms.ts';
import { attempt, personOf, read } from '../platform/reader.ts';

export const handle = { texts: ['deals', 'words', 'countries'] };

/** What was refused was refused because something else had happened: the page shows that, too. */
export const shouldRevalidate = () => true;

export async function loader({ context, params, request }: Route.LoaderArgs) {
  personOf(context);
  const { id } = params;
  const deal = await read(context, getDeal, { params: { id } });
  const before = new URL(request.url).searchParams.get('before') ?? undefined;
  const messages =
    deal.ours === null
      ? null
      : await read(context, listDealMessages, { params: { id }, query: { limit: 30, cursor: before } });
  const newest = before === undefined ? messages?.items[0] : undefined;
  // Whoever looks at them has read them.
  if (newest && deal.unread > 0)
    await attempt(context, readDealMessages, { params: { id }, body: { until: newest.id } });
  const shipments = deal.may.shipped
    ? await attempt(context, listShipments, { query: { limit: 50 } })
    : undefined;
  return {
    deal,
    messages,
    shipments: shipments?.ok
      ? shipments.value.items.map(({ id: one, reference }) => ({ id: one, reference }))
      : [],
    today: new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date()),
  };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  personOf(context);
  const form = await request.formData();
  const values = valuesOf(form);
  const act = String(values['act'] ?? '');
  const done = await perform(context, params.id, act, values, filesOf(form, 'files'));
  if (done.ok) return redirect(act === 'write' ? `/deals/${params.id}#messages` : `/deals/${params.id}`);
  return data(
    { problem: done.problem, act, typed: String(values['text'] ?? '') },
    { status: done.problem.status },
  );
}

async function perform(
  context: Route.ActionArgs['context'],
  id: string,
  act: string,
  values: FormValues,
  files: File[],
) {
  const number = Number(values['number']);
  const { evidence = '', shipmentId = null, reason = '', text = '', receivedOn = '' } = values;
  switch (act) {
    case 'accept':
      return attempt(context, acceptOffer, { params: { id, number } });
    case 'decline':
      return attempt(context, declineOffer, { params: { id, number } });
    case 'withdraw':
      return attempt(context, withdrawOffer, { params: { id, number } });
    case 'effective':
      return attempt(context, markEffective, {
        params: { id },
        body: { evidence } as InputOf<typeof markEffective>['body'],
      });
    case 'shipped':
      return attempt(context, markShipped, {
        params: { id },
        body: { evidence, shipmentId } as InputOf<typeof markShipped>['body'],
      });
    case 'pay': {
      const deal = await attempt(context, getDeal, { params: { id } });
      const currency = deal.ok ? (deal.value.amount?.currency ?? 'CNY') : 'CNY';
      const amount = smallestParts(values['amount'], decimalsOf(currency));
      return attempt(context, recordPayment, {
        params: { id },
        body: { amount, receivedOn, evidence } as InputOf<typeof recordPayment>['body'],
      });
    }
    case 'close':
      return attempt(context, closeDeal, { params: { id }, body: {} });
    case 'end':
      return attempt(context, endDeal, {
        params: { id },
        body: { reason } as InputOf<typeof endDeal>['body'],
      });
    case 'owner': {
      const { person = null, deadline } = values;
      return attempt(
        context,
        changeDealOwner,
        { params: { id }, body: { person, deadline } as InputOf<typeof changeDealOwner>['body'] },
        { ifMatch: Number(values['version']) },
      );
    }
    default: {
      const sent: string[] = [];
      for (const file of files.slice(0, 10)) {
        const taken = await attempt(context, uploadDealFile, { params: { id }, file, filename: file.name });
        if (!taken.ok) return taken;
        sent.push(taken.value.id);
      }
      return attempt(context, writeDealMessage, {
        params: { id },
        body: { text, files: sent } as InputOf<typeof writeDealMessage>['body'],
      });
    }
  }
}

export default function DealRoute({ loaderData, actionData }: Route.ComponentProps) {
  return <DealPage {...loaderData} {...actionData} />;
}
