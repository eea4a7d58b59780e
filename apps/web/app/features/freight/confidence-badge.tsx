import type { Confidence } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { Badge } from '../../ui/badge.tsx';

/** Whether a figure was published or reckoned. */
export function ConfidenceBadge({ value }: { value: Confidence }) {
  const { t } = useTranslation('words');
  return <Badge tone={value === 'published' ? 'celadon' : 'plain'}>{t(`words:confidence.${value}`)}</Badge>;
}
