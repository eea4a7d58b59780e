import type { ShipmentStatus } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { Badge } from '../../ui/badge.tsx';

const alarming: readonly ShipmentStatus[] = ['held', 'exception', 'returned', 'cancelled'];

/** Where a shipment stands. */
export function StatusBadge({ status }: { status: ShipmentStatus }) {
  const { t } = useTranslation('words');
  const tone = alarming.includes(status) ? 'seal' : status === 'delivered' ? 'celadon' : 'plain';
  return <Badge tone={tone}>{t(`words:shipmentStatus.${status}`)}</Badge>;
}
