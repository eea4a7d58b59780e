import type { quoteParcel, ResponseOf } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { Form, useSearchParams } from 'react-router';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { useCountries } from '../../ui/countries.ts';
import { CheckField, SelectField, TextField } from '../../ui/fields.tsx';
import { Table } from '../../ui/table.tsx';
import { useWords } from '../../ui/text.ts';
import { SourceLine } from './source-line.tsx';

const services = ['small-packet', 'parcel', 'ems'] as const;

/** Weight, sides, where to; the answer is in the page's address. */
export function ParcelForm() {
  const { t } = useTranslation(['freight', 'words']);
  const [search] = useSearchParams();
  const countries = useCountries();
  const was = (name: string, otherwise = '') => search.get(name) ?? otherwise;
  const number = (name: string, label: string) => (
    <TextField
      name={name}
      label={label}
      type="number"
      min={1}
      step={1}
      inputMode="numeric"
      required
      defaultValue={was(name)}
    />
  );
  return (
    <Form method="get" preventScrollReset className="grid gap-4 sm:grid-cols-3">
      <SelectField
        name="country"
        label={t('freight:quote.country')}
        defaultValue={was('country', 'HU')}
        options={countries.options()}
      />
      <SelectField
        name="service"
        label={t('freight:quote.service')}
        defaultValue={was('service', 'small-packet')}
        options={services.map((one) => ({ value: one, label: t(`words:postalService.${one}`) }))}
      />
      {number('weightG', t('freight:quote.weight'))}
      {number('lengthMm', t('freight:quote.length'))}
      {number('widthMm', t('freight:quote.width'))}
      {number('heightMm', t('freight:quote.height'))}
      <CheckField
        name="batteries"
        value="true"
        label={t('freight:quote.batteries')}
        defaultChecked={search.get('batteries') === 'true'}
      />
      <CheckField
        name="dangerous"
        value="true"
        label={t('freight:quote.dangerous')}
        defaultChecked={search.get('dangerous') === 'true'}
      />
      <p className="sm:col-span-3">
        <Button look="main">{t('freight:quote.ask')}</Button>
      </p>
    </Form>
  );
}

/** The answer first: taken or refused and what instead; then each service with its reasons and price. */
export function ParcelOffers({ quote }: { quote: ResponseOf<typeof quoteParcel> }) {
  const { t } = useTranslation(['freight', 'words']);
  const { money, weight, number } = useWords();
  const asked = t(`words:postalService.${quote.asked}`);
  const verdict = quote.accepted
    ? t('freight:quote.taken', { service: asked })
    : quote.offered
      ? t('freight:quote.instead', { service: asked, offered: t(`words:postalService.${quote.offered}`) })
      : t('freight:quote.none');
  return (
    <div className="mb-6">
      <p role="status" className={`mb-3 text-lg font-medium ${quote.accepted ? '' : 'text-seal'}`}>
        {verdict}
      </p>
      <Table
        stacks
        caption={t('freight:quote.offers')}
        columns={[
          t('freight:quote.service'),
          t('freight:quote.answer'),
          t('freight:quote.price'),
          t('freight:quote.days'),
          t('freight:quote.limits'),
          t('freight:source'),
        ]}
        numeric={[2]}
        rows={quote.items.map((item) => ({
          key: item.service,
          cells: [
            t(`words:postalService.${item.service}`),
            item.accepted ? (
              <Badge key="yes" tone="celadon">
                {t('freight:quote.accepted')}
              </Badge>
            ) : (
              <ul key="no" className="text-seal">
                {item.reasons.map(({ code, message }) => (
                  <li key={code}>{message}</li>
                ))}
              </ul>
            ),
            item.price && (
              <span key="price" className="whitespace-nowrap">
                {t('freight:quote.about', { price: money(item.price.amount, item.price.currency) })}
              </span>
            ),
            t('freight:quote.range', { from: number(item.days.from), to: number(item.days.to) }),
            t('freight:quote.upTo', {
              weight: weight(item.limits.maxGrams),
              longest: number(item.limits.maxLongestMm / 10),
            }),
            <SourceLine key="source" source={item.source} />,
          ],
        }))}
      />
    </div>
  );
}
