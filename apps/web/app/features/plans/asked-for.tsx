import type { PlanPage } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { Facts } from '../../ui/facts.tsx';
import { Section } from '../../ui/section.tsx';
import { useWords } from '../../ui/text.ts';
import { textOf } from './reasons.tsx';

/** What the plan was asked for, and what it took the consignment to be. */
export function AskedFor(props: {
  input: PlanPage['input'];
  result: Pick<PlanPage['result'], 'shipment' | 'product' | 'on'>;
  /** Name of a hub by its code. */
  hubName(code: string): string;
}) {
  const { t } = useTranslation(['plans', 'words']);
  const { number, day, weight, money, list } = useWords();
  const { input, result } = props;
  const { shipment, product } = result;
  const cubicMetres = number(Math.round(shipment.volumeCm3 / 10_000) / 100);
  return (
    <Section id="asked" title={t('plans:asked.title')} note={t('plans:asked.on', { day: day(result.on) })}>
      <Facts
        facts={[
          [t('plans:field.quantity'), `${number(shipment.quantity)} ${t(`words:quantity.${product.unit}`)}`],
          [t('plans:asked.weight'), `${weight(shipment.grossGrams)} · ${cubicMetres} m³`],
          [t('plans:field.readyOn'), day(shipment.readyOn)],
          [t('plans:field.destination'), input.destination && props.hubName(input.destination)],
          [t('plans:field.incoterm'), input.incoterm],
          [t('plans:field.wish'), t(`plans:wish.${input.wish}`)],
          [t('plans:field.road'), input.road && t('plans:asked.byHand')],
          [t('plans:field.lifeLeft'), input.lifeLeftDays && t('plans:days', { count: input.lifeLeftDays })],
          [
            t('plans:field.lifeAtArrival'),
            input.lifeAtArrivalDays > 0 && t('plans:days', { count: input.lifeAtArrivalDays }),
          ],
          [t('plans:field.avoidHubs'), list(input.avoidHubs.map(props.hubName))],
          [t('plans:field.setSize'), input.setSize],
          [
            t('plans:field.price'),
            input.price && `${money(input.price.amount, input.price.currency)} ${input.price.incoterm}`,
          ],
        ]}
      />
      <p className="mt-2 text-sm text-faded">{textOf(shipment.reason)}</p>
    </Section>
  );
}
