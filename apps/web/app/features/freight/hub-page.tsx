import type { Hub, listDepartures, ProblemDocument, ResponseOf } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { FormValues } from '../../platform/forms.ts';
import { Badge } from '../../ui/badge.tsx';
import { useCountries } from '../../ui/countries.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Section } from '../../ui/section.tsx';
import { Table } from '../../ui/table.tsx';
import { beside, useWords } from '../../ui/text.ts';
import { ConfidenceBadge } from './confidence-badge.tsx';
import { HubForm } from './hub-form.tsx';
import { useFreightWords } from './freight-words.ts';
import { ModeSign } from './network-map.tsx';
import { SourceLine } from './source-line.tsx';

/** A hub: what leaves it this week in its own time, then what is known of it; the secretariat edits it here. */
export function HubPage(props: {
  hub: Hub;
  week: ResponseOf<typeof listDepartures>;
  editable: boolean;
  problem?: ProblemDocument;
  values?: FormValues;
}) {
  const { hub, week } = props;
  const { t } = useTranslation(['freight', 'words']);
  const { of, language, money } = useWords();
  const { local, duration, classes } = useFreightWords();
  const countries = useCountries();
  const second = beside(hub.names, language);
  return (
    <>
      <title>{of(hub.names)}</title>
      <div className="ledger-rule pt-4 pb-6">
        <h1 className="text-3xl">{of(hub.names)}</h1>
        <p className="mt-1 flex flex-wrap items-baseline gap-x-3 text-faded">
          {second && <span lang={second.lang}>{second.text}</span>}
          <span>{t(`words:hubKind.${hub.kind}`)}</span>
          <span>{countries.name(hub.country)}</span>
          {hub.state === 'retired' && <Badge tone="seal">{t('words:freightState.retired')}</Badge>}
        </p>
      </div>
      <Section title={t('freight:hub.departuresTitle')} note={t('freight:hub.zone', { zone: hub.zone })}>
        {week.items.length === 0 ? (
          <EmptyState title={t('freight:hub.none')}>{t('freight:hub.noneAdvice')}</EmptyState>
        ) : (
          <Table
            stacks
            caption={t('freight:hub.departuresTitle')}
            columns={[
              t('freight:hub.leaves'),
              t('freight:hub.to'),
              t('freight:services.mode'),
              t('freight:hub.arrives'),
              t('freight:hub.operator'),
              t('freight:services.confidence'),
            ]}
            rows={week.items.map((item) => ({
              key: item.serviceId + item.departsAt,
              cells: [
                <time key="departs" dateTime={item.departsAt} className="whitespace-nowrap">
                  {local(item.departsAt, hub.zone)}
                </time>,
                <Link key="to" to={`/freight/services/${item.serviceId}`} className="link">
                  {of(item.to.names)}
                </Link>,
                <span key="mode" className="whitespace-nowrap">
                  <ModeSign mode={item.mode} />
                  {t(`words:mode.${item.mode}`)}
                </span>,
                <time key="arrives" dateTime={item.arrivesAt} className="whitespace-nowrap">
                  {local(item.arrivesAt, item.to.zone)}
                </time>,
                item.operator ?? '',
                <ConfidenceBadge key="confidence" value={item.scheduleConfidence} />,
              ],
            }))}
          />
        )}
        {week.cut && <p className="mt-2 text-sm text-faded">{t('freight:hub.cut')}</p>}
      </Section>
      <Section title={t('freight:hub.factsTitle')}>
        <Facts
          facts={[
            [t('freight:hub.code'), hub.code],
            [t('freight:hub.unlocode'), hub.unlocode],
            [t('freight:hub.iata'), hub.iata],
            [t('freight:hub.temperatures'), classes(hub.temperatureClasses)],
            [t('freight:hub.transfer'), duration(hub.minTransferMinutes)],
            [
              t('freight:hub.storage'),
              t('freight:hub.storagePrice', { price: money(hub.storageFenPerTonneDay, 'CNY') }),
            ],
            [t('freight:services.confidence'), <ConfidenceBadge key="c" value={hub.confidence} />],
            [t('freight:source'), <SourceLine key="s" source={hub.source} />],
          ]}
        />
        <p className="mt-4">
          <Link to={`/freight?hub=${hub.id}`} className="link">
            {t('freight:hub.services')}
          </Link>
        </p>
      </Section>
      {props.editable && (
        <Section title={t('freight:service.editTitle')} note={t('freight:hubForm.editNote')}>
          {/* After a save the fields begin anew from what is now known. */}
          <HubForm key={hub.version} hub={hub} problem={props.problem} values={props.values} />
        </Section>
      )}
    </>
  );
}
