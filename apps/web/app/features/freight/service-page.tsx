import type { FreightService, ProblemDocument } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { FormValues } from '../../platform/forms.ts';
import { Badge } from '../../ui/badge.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Section } from '../../ui/section.tsx';
import { useWords } from '../../ui/text.ts';
import { ConfidenceBadge } from './confidence-badge.tsx';
import { useFreightWords } from './freight-words.ts';
import { ModeSign } from './network-map.tsx';
import { ServiceForm } from './service-form.tsx';
import { SourceLine } from './source-line.tsx';

/** A service: when, how long, at what price, who says so; the secretariat edits it here. */
export function ServicePage(props: {
  service: FreightService;
  editable: boolean;
  problem?: ProblemDocument;
  /** What was typed, where it was refused. */
  values?: FormValues;
}) {
  const { service } = props;
  const { t } = useTranslation(['freight', 'words']);
  const { of, day, money, number } = useWords();
  const { weekdays, duration, kilometres, classes } = useFreightWords();
  const { tariff } = service;
  const yesNo = (value: boolean) => (value ? t('freight:yes') : t('freight:no'));
  const price = (amount: number | null) => (amount === null ? null : money(amount, tariff.currency));
  const way = t('freight:way', { from: of(service.from.names), to: of(service.to.names) });
  return (
    <>
      <title>{way}</title>
      <div className="ledger-rule pt-4 pb-6">
        <h1 className="text-3xl">{way}</h1>
        <p className="mt-2 flex flex-wrap items-baseline gap-x-4 gap-y-1">
          <span>
            <ModeSign mode={service.mode} />
            {t(`words:mode.${service.mode}`)}
          </span>
          <span>
            {t('freight:services.at', { days: weekdays(service.weekdays), time: service.departure })}
          </span>
          <span>{duration(service.durationMinutes)}</span>
          <ConfidenceBadge value={service.confidence} />
          {service.state === 'retired' && <Badge tone="seal">{t('words:freightState.retired')}</Badge>}
        </p>
      </div>
      <Section title={t('freight:service.wayTitle')}>
        <Facts
          facts={[
            [
              t('freight:service.from'),
              <Link key="from" to={`/freight/hubs/${service.from.id}`} className="link">
                {of(service.from.names)}
              </Link>,
            ],
            [
              t('freight:service.to'),
              <Link key="to" to={`/freight/hubs/${service.to.id}`} className="link">
                {of(service.to.names)}
              </Link>,
            ],
            [t('freight:service.zone'), service.from.zone],
            [
              t('freight:services.distance'),
              t(service.distanceKm === null ? 'freight:service.reckoned' : 'freight:service.told', {
                km: kilometres(service.reckonedKm),
              }),
            ],
            [t('freight:hub.operator'), service.operator],
            [t('freight:service.valid'), validity(service.validFrom, service.validUntil)],
            [t('freight:service.schedule'), <ConfidenceBadge key="s" value={service.scheduleConfidence} />],
            [t('freight:source'), <SourceLine key="source" source={service.source} />],
            [t('freight:service.note'), service.note],
          ]}
        />
      </Section>
      <Section title={t('freight:service.takesTitle')}>
        <Facts
          facts={[
            [t('freight:hub.temperatures'), classes(service.temperatureClasses)],
            [t('freight:service.batteries'), yesNo(service.batteries)],
            [t('freight:service.dangerous'), yesNo(service.dangerous)],
            [
              t('freight:service.capacity'),
              service.capacityKg && t('freight:service.kilograms', { amount: number(service.capacityKg) }),
            ],
          ]}
        />
      </Section>
      <Section
        title={t('freight:service.priceTitle')}
        note={<ConfidenceBadge value={service.priceConfidence} />}
      >
        <Facts
          facts={[
            [t('freight:service.perKg'), price(tariff.perKg)],
            [t('freight:service.perM3'), price(tariff.perM3)],
            [t('freight:service.perContainer'), price(tariff.perContainer)],
            [t('freight:service.minimum'), price(tariff.minimum)],
            [
              t('freight:service.reefer'),
              t('freight:service.percent', { percent: number(tariff.reeferSurchargePermille / 10) }),
            ],
          ]}
        />
      </Section>
      {props.editable && (
        <Section title={t('freight:service.editTitle')} note={t('freight:service.editNote')}>
          <ServiceForm service={service} problem={props.problem} values={props.values} />
        </Section>
      )}
    </>
  );

  function validity(from: string, until: string | null): string {
    return until === null
      ? t('freight:service.since', { day: day(from) })
      : t('freight:service.between', { from: day(from), until: day(until) });
  }
}
