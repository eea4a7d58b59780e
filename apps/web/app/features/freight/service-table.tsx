import type { FreightService } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Table } from '../../ui/table.tsx';
import { useWords } from '../../ui/text.ts';
import { ConfidenceBadge } from './confidence-badge.tsx';
import { useFreightWords } from './freight-words.ts';
import { ModeSign } from './network-map.tsx';

/** Services as the ledger has them: from, to, when, how long, how far, at what price. */
export function ServiceTable({ services }: { services: FreightService[] }) {
  const { t } = useTranslation(['freight', 'words']);
  const { of, money } = useWords();
  const { weekdays, duration, kilometres } = useFreightWords();
  return (
    <Table
      stacks
      caption={t('freight:services.caption')}
      columns={[
        t('freight:services.way'),
        t('freight:services.mode'),
        t('freight:services.leaves'),
        t('freight:services.takes'),
        t('freight:services.distance'),
        t('freight:services.perKg'),
        t('freight:services.confidence'),
      ]}
      numeric={[3, 4, 5]}
      rows={services.map((service) => ({
        key: service.id,
        cells: [
          <Link key="way" to={`/freight/services/${service.id}`} className="link inline-block min-w-40">
            {t('freight:way', { from: of(service.from.names), to: of(service.to.names) })}
          </Link>,
          <span key="mode" className="whitespace-nowrap">
            <ModeSign mode={service.mode} />
            {t(`words:mode.${service.mode}`)}
          </span>,
          t('freight:services.at', { days: weekdays(service.weekdays), time: service.departure }),
          duration(service.durationMinutes),
          kilometres(service.reckonedKm),
          service.tariff.perKg === null ? '' : money(service.tariff.perKg, service.tariff.currency),
          <ConfidenceBadge key="confidence" value={service.confidence} />,
        ],
      }))}
    />
  );
}
