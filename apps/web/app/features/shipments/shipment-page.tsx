import type { ProblemDocument, Shipment } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useCountries } from '../../ui/countries.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Section } from '../../ui/section.tsx';
import { Table } from '../../ui/table.tsx';
import { useWords } from '../../ui/text.ts';
import { useFreightWords } from '../freight/freight-words.ts';
import { EventForm } from './event-form.tsx';
import { StatusBadge } from './status-badge.tsx';

/** A shipment: where it stands, what happened in order, what is in it, which way it is to go. */
export function ShipmentPage({ shipment, problem }: { shipment: Shipment; problem?: ProblemDocument }) {
  const { t } = useTranslation(['shipments', 'words']);
  const { of, weight, moment, list, number } = useWords();
  const countries = useCountries();
  return (
    <>
      <title>{t('shipments:page.title', { reference: shipment.reference })}</title>
      <div className="ledger-rule pt-4 pb-6">
        <h1 className="text-3xl">{t('shipments:page.title', { reference: shipment.reference })}</h1>
        <p className="mt-2 flex flex-wrap items-baseline gap-x-4">
          <StatusBadge status={shipment.status} />
          <span className="text-faded">{countries.name(shipment.market)}</span>
          {shipment.mayCorrect && (
            <>
              <Link to={`/shipments/${shipment.id}/change`} className="link print:hidden">
                {t('shipments:change.link')}
              </Link>
              <Link to={`/shipments/${shipment.id}/parties`} className="link print:hidden">
                {t('shipments:parties.link')}
              </Link>
            </>
          )}
        </p>
        {shipment.warnings.map(({ code, message }) => (
          <p key={code + message} className="mt-4 border-s-4 border-seal bg-alarm-wash px-4 py-3">
            {message}
          </p>
        ))}
      </div>
      <Section title={t('shipments:page.timelineTitle')}>
        <Timeline events={shipment.events} />
        {shipment.mayRecord && (
          <details className="mt-6" open={problem !== undefined}>
            <summary className="link w-fit">{t('shipments:event.add')}</summary>
            <div className="mt-3">
              <EventForm shipment={shipment} problem={problem} />
            </div>
          </details>
        )}
      </Section>
      <Section title={t('shipments:page.goodsTitle')}>
        <Table
          caption={t('shipments:page.goodsTitle')}
          columns={[t('shipments:goods'), t('shipments:quantity'), t('shipments:weight')]}
          numeric={[1, 2]}
          rows={shipment.lines.map((line, at) => ({
            key: String(at),
            cells: [
              line.productId ? (
                <Link key="product" to={`/products/${line.productId}`} className="link">
                  {of(line.productNames) || t('shipments:unnamed')}
                </Link>
              ) : (
                line.description
              ),
              `${number(line.quantity)} ${t(`words:quantity.${line.unit}`)}`,
              weight(line.grossWeightG),
            ],
          }))}
        />
        <div className="mt-5">
          <Facts
            facts={[
              [t('shipments:consignor'), of(shipment.consignor.names)],
              [t('shipments:consignee'), shipment.consignee && of(shipment.consignee.names)],
              [t('shipments:carrier'), shipment.carrier && of(shipment.carrier.names)],
              [t('shipments:containers'), shipment.containers.length > 0 && list(shipment.containers)],
              [t('shipments:parcels'), shipment.parcels.length > 0 && list(shipment.parcels)],
              [t('shipments:page.registered'), moment(shipment.createdAt)],
            ]}
          />
        </div>
      </Section>
      {shipment.road.length > 0 && (
        <Section title={t('shipments:page.roadTitle')}>
          <Road road={shipment.road} />
        </Section>
      )}
    </>
  );
}

function Timeline({ events }: { events: Shipment['events'] }) {
  const { t } = useTranslation(['shipments', 'words']);
  const { of, moment } = useWords();
  const { local } = useFreightWords();
  if (events.length === 0)
    return <EmptyState title={t('shipments:page.noEvents')}>{t('shipments:page.noEventsAdvice')}</EmptyState>;
  return (
    <ol className="border-s-2 border-rule">
      {events.toReversed().map((event, at) => (
        <li key={event.id} className="relative pb-5 ps-6 last:pb-0">
          <span
            aria-hidden="true"
            className={`absolute -start-[7px] top-1.5 size-3 rounded-full border-2 ${at === 0 ? 'border-seal bg-seal' : 'border-field bg-paper'}`}
          />
          <p className="flex flex-wrap items-baseline gap-x-4">
            <span className="font-medium">{t(`words:shipmentEvent.${event.kind}`)}</span>
            <time dateTime={event.at} className="text-faded tabular-nums">
              {event.hub ? local(event.at, event.hub.zone) : moment(event.at)}
            </time>
          </p>
          <p className="text-sm">
            {[event.hub && of(event.hub.names), event.place, event.unit].filter(Boolean).join(' · ')}
          </p>
          <p className="text-sm text-faded">
            {t('shipments:event.told', { source: event.source, at: moment(event.recordedAt) })}
            {event.note && ` — ${event.note}`}
          </p>
        </li>
      ))}
    </ol>
  );
}

function Road({ road }: { road: Shipment['road'] }) {
  const { t } = useTranslation(['shipments', 'words']);
  const { of } = useWords();
  const { local } = useFreightWords();
  return (
    <Table
      caption={t('shipments:page.roadTitle')}
      columns={[t('shipments:road.mode'), t('shipments:road.from'), t('shipments:road.to')]}
      rows={road.map((leg) => ({
        key: leg.departsAt + leg.from.id,
        cells: [
          t(`words:mode.${leg.mode}`),
          t('shipments:road.at', { hub: of(leg.from.names), time: local(leg.departsAt, leg.from.zone) }),
          t('shipments:road.at', { hub: of(leg.to.names), time: local(leg.arrivesAt, leg.to.zone) }),
        ],
      }))}
    />
  );
}
