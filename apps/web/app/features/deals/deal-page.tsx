import type { Deal, DealMessage, ProblemDocument } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { Form, Link, useRevalidator } from 'react-router';
import { useLive } from '../../platform/use-live.ts';
import { decimalsOf, typedOf } from '../catalogue/product-values.ts';
import { StatusBadge } from '../shipments/status-badge.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { ConfirmButton } from '../../ui/confirm-button.tsx';
import { useCountries } from '../../ui/countries.ts';
import { Facts } from '../../ui/facts.tsx';
import { SelectField, TextField } from '../../ui/fields.tsx';
import { errorAt, ProblemNote } from '../../ui/problem-note.tsx';
import { Section } from '../../ui/section.tsx';
import { Table } from '../../ui/table.tsx';
import { useWords } from '../../ui/text.ts';
import { Messages } from './messages.tsx';
import { OfferTable } from './offer-table.tsx';
import { StageLine } from './stage-line.tsx';

type Act =
  | 'write'
  | 'owner'
  | 'effective'
  | 'shipped'
  | 'pay'
  | 'close'
  | 'end'
  | 'accept'
  | 'decline'
  | 'withdraw';

/** A deal: where it stands and whose turn it is, what may be done now, offers, what was written and what happened. */
export function DealPage(props: {
  deal: Deal;
  /** Null for the secretariat, who doesn't read them. */
  messages: { items: DealMessage[]; nextCursor: string | null } | null;
  shipments: { id: string; reference: string }[];
  today: string;
  problem?: ProblemDocument;
  act?: string;
  typed?: string;
}) {
  const { t } = useTranslation(['deals', 'words']);
  const { of, day, money, moment } = useWords();
  const countries = useCountries();
  const { deal, problem } = props;
  useChanges(deal);
  const wrong = (act: Act) => (props.act === act ? problem : undefined);
  const [newest] = deal.offers;
  const shown = deal.offers.find(({ number }) => number === deal.agreedOffer) ?? newest;
  const before = deal.offers.find(({ number }) => number < (shown?.number ?? 0));
  const rest = deal.offers.filter((one) => one !== shown);
  const agreed = deal.offers.find(({ state }) => state === 'accepted');
  const turn = deal.owner && deal.owner.side === deal.ours;
  return (
    <article>
      <title>{deal.title}</title>
      <header className="pb-5">
        <p className="flex flex-wrap gap-1">
          <Badge tone="celadon">{t(`deals:kind.${deal.kind}`)}</Badge>
          <Badge>{countries.name(deal.market)}</Badge>
          {deal.ours && <Badge>{t(`deals:ours.${deal.ours}`)}</Badge>}
          {deal.stalled && <Badge tone="seal">{t('deals:stalled')}</Badge>}
        </p>
        <h1 className="mt-2 font-name text-3xl sm:text-4xl">{deal.title}</h1>
        <p className="mt-1 text-faded">
          {(['seller', 'buyer'] as const).map((side) => (
            <span key={side} className="me-4 inline-block">
              {t(`deals:side.${side}`)}:{' '}
              <Link to={`/members/${deal[side].id}`} className="link">
                {of(deal[side].names)}
              </Link>{' '}
              ({countries.name(deal[side].country)})
            </span>
          ))}
        </p>
        {(deal.demandId ?? deal.introductionId) && (
          <p className="mt-1 flex flex-wrap gap-4 text-sm">
            {deal.demandId && (
              <Link to={`/demands/${deal.demandId}`} className="link">
                {t('deals:page.demand')}
              </Link>
            )}
            {deal.introductionId && deal.ours && (
              <Link to={`/introductions/${deal.introductionId}`} className="link">
                {t('deals:page.introduction')}
              </Link>
            )}
          </p>
        )}
      </header>
      {!props.act && <ProblemNote problem={problem} />}
      <Section title={t('deals:page.standsTitle')}>
        <p className="mb-4 text-lg">
          <strong className="font-heading text-2xl text-seal">{t(`deals:stage.${deal.stage}`)}</strong>{' '}
          {deal.owner && deal.deadline
            ? t(turn ? 'deals:page.ourTurn' : 'deals:page.theirTurn', {
                side: t(`deals:side.${deal.owner.side}`),
                day: day(deal.deadline),
              })
            : deal.endedReason}
          {deal.owner?.person && ` · ${deal.owner.person}`}
        </p>
        <StageLine deal={deal} />
        <Acts {...props} />
      </Section>
      <Section title={t('deals:page.offersTitle')} note={agreed && t('deals:page.agreedNote')}>
        {shown ? (
          <>
            <h3 className="mb-1 text-lg">
              {t('deals:offer.title', { number: shown.number, side: t(`deals:side.${shown.side}`) })}
              <span className="ms-3 text-sm text-faded">{moment(shown.at)}</span>
            </h3>
            <OfferTable offer={shown} before={before} />
          </>
        ) : (
          <p className="text-faded">{t('deals:page.noOffer')}</p>
        )}
        <ProblemNote problem={wrong('accept') ?? wrong('decline') ?? wrong('withdraw')} />
        <div className="mt-4 flex flex-wrap items-start gap-3 print:hidden">
          {deal.may.answerOffer && newest && (
            <>
              <Answer act="accept" number={newest.number}>
                <ConfirmButton
                  label={t('deals:act.accept')}
                  question={t('deals:act.acceptQuestion', { amount: money(newest.total, newest.currency) })}
                />
              </Answer>
              <Answer act="decline" number={newest.number}>
                <Button>{t('deals:act.decline')}</Button>
              </Answer>
            </>
          )}
          {deal.may.withdrawOffer && newest && (
            <Answer act="withdraw" number={newest.number}>
              <Button>{t('deals:act.withdraw')}</Button>
            </Answer>
          )}
          {deal.may.offer && (
            <ButtonLink to={`/deals/${deal.id}/offer`} look={deal.may.withdrawOffer ? 'plain' : 'main'}>
              {newest ? t('deals:act.counter') : t('deals:act.offer')}
            </ButtonLink>
          )}
        </div>
        {rest.length > 0 && (
          <details className="mt-5">
            <summary className="link w-fit">{t('deals:page.earlierOffers', { count: rest.length })}</summary>
            {rest.map((offer) => (
              <div key={offer.number} className="mt-4 border-t border-rule pt-3">
                <h3 className="mb-1 text-lg">
                  {t('deals:offer.title', { number: offer.number, side: t(`deals:side.${offer.side}`) })}
                  <span className="ms-3 text-sm text-faded">{moment(offer.at)}</span>
                </h3>
                <OfferTable offer={offer} before={deal.offers.find(({ number }) => number < offer.number)} />
              </div>
            ))}
          </details>
        )}
      </Section>
      <Payments deal={deal} />
      {props.messages && (
        <Section id="messages" title={t('deals:page.messagesTitle')} note={t('deals:page.messagesNote')}>
          <ProblemNote problem={wrong('write')} />
          <Messages
            deal={deal.id}
            ours={deal.ours}
            messages={props.messages.items}
            nextCursor={props.messages.nextCursor}
            problem={wrong('write')}
            typed={props.act === 'write' ? props.typed : undefined}
          />
        </Section>
      )}
      <Section title={t('deals:page.historyTitle')}>
        <History deal={deal} />
      </Section>
    </article>
  );
}

/** What has come in so far, also in part, and what is still to come; from when anything is owed. */
function Payments({ deal }: { deal: Deal }) {
  const { t } = useTranslation('deals');
  const { day, money } = useWords();
  const { amount, paid, outstanding, payments } = deal;
  if (!amount || (outstanding === null && payments.length === 0)) return null;
  const { currency } = amount;
  const sumUntil = (at: number) => payments.slice(0, at + 1).reduce((sum, one) => sum + one.amount, 0);
  return (
    <Section title={t('page.paymentsTitle')}>
      <Facts
        facts={[
          [t('pay.owed'), money(amount.amount, currency)],
          [t('pay.soFar'), money(paid, currency)],
          [t('pay.outstanding'), outstanding !== null && money(outstanding, currency)],
        ]}
      />
      {paid > 0 && (outstanding ?? 0) > 0 && (
        <p className="measure mt-3 text-sm text-faded">{t('pay.inPart')}</p>
      )}
      {payments.length > 0 && (
        <div className="mt-4">
          <Table
            caption={t('page.paymentsTitle')}
            columns={[t('pay.received'), t('pay.amount'), t('pay.sum'), t('pay.evidence')]}
            numeric={[1, 2]}
            stacks
            rows={payments.map((one, at) => ({
              key: one.id,
              cells: [
                day(one.receivedOn),
                money(one.amount, currency),
                money(sumUntil(at), currency),
                one.evidence,
              ],
            }))}
          />
        </div>
      )}
    </Section>
  );
}

/** What happened, the last first: moves, and offers whose last day passed unanswered. */
function History({ deal }: { deal: Deal }) {
  const { t } = useTranslation('deals');
  const { day } = useWords();
  const expired = deal.offers
    .filter((offer) => offer.expired)
    .map((offer) => ({
      // Its last day ends at midnight in China.
      at: `${offer.expiresOn}T16:00:00.000Z`,
      line: (
        <li key={`expired ${offer.number}`} className="border-b border-rule py-2">
          <p>
            <span className="font-semibold">{t('page.expired', { number: offer.number })}</span>{' '}
            <span className="text-sm text-faded">
              {[t(`side.${offer.side}`), t('page.expiredOn', { day: day(offer.expiresOn) })].join(' · ')}
            </span>
          </p>
        </li>
      ),
    }));
  const moves = deal.moves.map((move) => ({
    at: move.at,
    line: <Moved key={move.number} deal={deal} move={move} />,
  }));
  // Of equal times the later move first, as they are numbered.
  const all = [...moves, ...expired]
    .toReversed()
    .toSorted((one, other) => (one.at < other.at ? 1 : one.at > other.at ? -1 : 0));
  return <ol className="border-t border-ink">{all.map(({ line }) => line)}</ol>;
}

function Moved({ deal, move }: { deal: Deal; move: Deal['moves'][number] }) {
  const { t } = useTranslation('deals');
  const { moment } = useWords();
  return (
    <li className="border-b border-rule py-2">
      <p>
        <span className="font-semibold">{t(`stage.${move.to}`)}</span>{' '}
        <span className="text-sm text-faded">
          {[move.side && t(`side.${move.side}`), move.by, moment(move.at)].filter(Boolean).join(' · ')}
        </span>
      </p>
      {move.evidence && <p className="measure text-sm whitespace-pre-line">{move.evidence}</p>}
      {move.file && deal.ours && (
        <p className="text-sm">
          <a href={`/api/v1/deals/${deal.id}/files/${move.file.id}`} className="link">
            {move.file.name}
          </a>
        </p>
      )}
      {move.shipment && <NamedShipment shipment={move.shipment} />}
    </li>
  );
}

/** The shipment that a move names: how it stands for who has a part in it, else only that there is one. */
function NamedShipment({ shipment: { seen } }: { shipment: NonNullable<Deal['moves'][number]['shipment']> }) {
  const { t } = useTranslation('deals');
  const { moment } = useWords();
  if (!seen) return <p className="text-sm text-faded">{t('page.shipmentUnseen')}</p>;
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-2 text-sm">
      <Link to={`/shipments/${seen.id}`} className="link">
        {t('page.shipment', { reference: seen.reference })}
      </Link>
      <StatusBadge status={seen.status} />
      {seen.lastEventAt && <span className="text-faded">{moment(seen.lastEventAt)}</span>}
    </p>
  );
}

/** Reads the page anew when the other side has done something; without script by loading it again. */
function useChanges({ id, ours, version }: Pick<Deal, 'id' | 'ours' | 'version'>): void {
  const { revalidate } = useRevalidator();
  useLive(ours === null ? null : `/api/v1/deals/${id}/stream`, (data) => {
    if ((JSON.parse(data) as { version: number }).version > version) void revalidate();
  });
}

function Answer({ act, number, children }: { act: Act; number: number; children: React.ReactNode }) {
  return (
    <Form method="post">
      <input type="hidden" name="act" value={act} />
      <input type="hidden" name="number" value={number} />
      {children}
    </Form>
  );
}

/** What the reader may do now beside answering offers, each a form of its own. */
function Acts(props: Parameters<typeof DealPage>[0]) {
  const { t } = useTranslation('deals');
  const { money } = useWords();
  const { deal, problem } = props;
  const { may } = deal;
  const wrong = (act: Act) => (props.act === act ? problem : undefined);
  const left = deal.outstanding ?? 0;
  // An ended deal's contract stays to be read, where one was issued.
  const past =
    deal.stage === 'ended'
      ? deal.moves.some(({ to }) => to === 'contract')
      : deal.path.indexOf(deal.stage) >= deal.path.indexOf('agreed');
  return (
    <div className="mt-5 grid gap-5 print:hidden">
      {past && (
        <p className="flex flex-wrap gap-3">
          <ButtonLink
            to={`/deals/${deal.id}/contract`}
            look={deal.stage === 'agreed' || deal.stage === 'contract' ? 'main' : 'plain'}
          >
            {t('act.contract')}
          </ButtonLink>
          {deal.path.indexOf(deal.stage) >= deal.path.indexOf('contract') && deal.ours !== null && (
            <ButtonLink to={`/deals/${deal.id}/papers`}>{t('act.papers')}</ButtonLink>
          )}
        </p>
      )}
      {may.effective && (
        <Deed act="effective" title={t('act.effective')} problem={wrong('effective')}>
          <TextField
            name="evidence"
            label={t('act.evidence')}
            hint={t('act.effectiveHint')}
            error={errorAt(wrong('effective'), 'evidence')}
            required
            maxLength={1000}
          />
        </Deed>
      )}
      {may.shipped && (
        <Deed act="shipped" title={t('act.shipped')} problem={wrong('shipped')}>
          <TextField
            name="evidence"
            label={t('act.evidence')}
            hint={t('act.shippedHint')}
            error={errorAt(wrong('shipped'), 'evidence')}
            required
            maxLength={1000}
          />
          {props.shipments.length > 0 && (
            <SelectField
              name="shipmentId"
              label={t('act.shipment')}
              error={errorAt(wrong('shipped'), 'shipmentId')}
              options={[
                { value: '', label: t('act.noShipment') },
                ...props.shipments.map(({ id, reference }) => ({ value: id, label: reference })),
              ]}
            />
          )}
        </Deed>
      )}
      {may.pay && deal.amount && (
        <Deed act="pay" title={t('act.pay')} problem={wrong('pay')}>
          <p className="text-sm text-faded">{t('act.left', { amount: money(left, deal.amount.currency) })}</p>
          <div className="grid items-start gap-3 sm:grid-cols-3">
            <TextField
              key={left}
              name="amount"
              label={t('act.amount', { currency: deal.amount.currency })}
              defaultValue={typedOf(left, decimalsOf(deal.amount.currency))}
              error={errorAt(wrong('pay'), 'amount')}
              inputMode="decimal"
              required
              maxLength={18}
            />
            <TextField
              name="receivedOn"
              type="date"
              label={t('pay.received')}
              defaultValue={props.today}
              error={errorAt(wrong('pay'), 'receivedOn')}
              required
            />
            <TextField
              name="evidence"
              label={t('act.evidence')}
              hint={t('act.payHint')}
              error={errorAt(wrong('pay'), 'evidence')}
              required
              maxLength={1000}
            />
          </div>
        </Deed>
      )}
      {may.close && (
        <Form method="post">
          <input type="hidden" name="act" value="close" />
          <ProblemNote problem={wrong('close')} />
          <ConfirmButton label={t('act.close')} question={t('act.closeQuestion')} />
        </Form>
      )}
      {deal.owner && deal.owner.side === deal.ours && (
        <details open={props.act === 'owner'}>
          <summary className="link w-fit text-sm">{t('act.owner')}</summary>
          <Form method="post" className="mt-3 flex flex-wrap items-end gap-3">
            <input type="hidden" name="act" value="owner" />
            <input type="hidden" name="version" value={deal.version} />
            <TextField
              name="person"
              label={t('act.person')}
              defaultValue={deal.owner.person ?? ''}
              error={errorAt(wrong('owner'), 'person')}
              maxLength={100}
            />
            <TextField
              name="deadline"
              type="date"
              label={t('act.deadline')}
              defaultValue={deal.deadline ?? ''}
              error={errorAt(wrong('owner'), 'deadline')}
              required
            />
            <Button>{t('act.save')}</Button>
          </Form>
          <ProblemNote problem={wrong('owner')} />
        </details>
      )}
      {may.end && (
        <details open={props.act === 'end'}>
          <summary className="link w-fit text-sm">{t('act.end')}</summary>
          <Form method="post" className="mt-3 flex flex-wrap items-end gap-3">
            <input type="hidden" name="act" value="end" />
            <TextField
              name="reason"
              label={t('act.reason')}
              hint={t('act.reasonHint')}
              error={errorAt(wrong('end'), 'reason')}
              required
              maxLength={1000}
              className="w-96 max-w-full"
            />
            <Button look="grave">{t('act.end')}</Button>
          </Form>
          <ProblemNote problem={wrong('end')} />
        </details>
      )}
    </div>
  );
}

function Deed(props: {
  act: Act;
  title: string;
  problem: ProblemDocument | undefined;
  children: React.ReactNode;
}) {
  return (
    <Form method="post" className="grid max-w-3xl gap-3 border-s-4 border-celadon ps-4">
      <h3 className="text-lg">{props.title}</h3>
      <ProblemNote problem={props.problem} />
      <input type="hidden" name="act" value={props.act} />
      {props.children}
      <p>
        <Button look="main">{props.title}</Button>
      </p>
    </Form>
  );
}
