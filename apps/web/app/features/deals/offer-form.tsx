import type { Deal, OfferTerms, ProblemDocument } from '@jiechuan/contract';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Form, Link, useNavigation } from 'react-router';
import { decimalsOf, typedOf } from '../catalogue/product-values.ts';
import { incoterms, quantityUnits } from '@jiechuan/contract/words';
import { currencies } from '../catalogue/vocabulary.ts';
import { Button } from '../../ui/button.tsx';
import { DraftNote } from '../../ui/draft-note.tsx';
import { useDraft } from '../../ui/draft.ts';
import { SelectField, TextArea, TextField } from '../../ui/fields.tsx';
import { errorAt, ProblemNote } from '../../ui/problem-note.tsx';
import { Section } from '../../ui/section.tsx';

/** Lines that stand empty behind those that are filled; more come with the next version. */
const spare = 3;

/** An offer or a counter-offer, beginning from the one before. Kept as a draft in the browser until it is sent. */
export function OfferForm(props: {
  deal: Pick<Deal, 'id' | 'title' | 'version'>;
  values: Partial<OfferTerms>;
  /** The seller's own, to be picked by name; none for the buyer. */
  products: { id: string; name: string }[];
  /** There is one before it. */
  counter: boolean;
  problem?: ProblemDocument;
}) {
  const { t } = useTranslation(['deals', 'words']);
  const draft = useDraft(`offer:${props.deal.id}:${props.deal.version}`);
  const sending = useNavigation().state === 'submitting';
  const { keep } = draft;
  const { values, problem } = props;
  useEffect(() => {
    if (problem) keep();
  });
  const at = (name: string) => errorAt(problem, name);
  const currency = values.currency ?? 'EUR';
  const lines = [...(values.lines ?? []), ...Array.from({ length: spare }, () => undefined)];
  const price = (value: unknown) =>
    typeof value === 'number' ? typedOf(value, decimalsOf(currency)) : typeof value === 'string' ? value : '';
  const title = props.counter ? t('deals:act.counter') : t('deals:act.offer');
  return (
    <article>
      <title>{title}</title>
      <h1 className="text-3xl">{title}</h1>
      <p className="mt-1 mb-6">
        <Link to={`/deals/${props.deal.id}`} className="link">
          {props.deal.title}
        </Link>
      </p>
      <ProblemNote problem={problem} />
      <Form method="post" {...draft.form}>
        <DraftNote {...draft} />
        <Section title={t('deals:offerForm.goods')} note={t('deals:offerForm.goodsNote')}>
          {at('lines') && <p className="text-sm text-seal">{at('lines')}</p>}
          {lines.map((line, place) => (
            <fieldset
              // Lines have nothing else to be told by.
              key={String(place)}
              className="mb-4 grid items-start gap-3 border-b border-rule pb-4 sm:grid-cols-[minmax(0,3fr)_repeat(4,minmax(0,1fr))]"
            >
              <legend className="sr-only">{t('deals:offerForm.line', { number: place + 1 })}</legend>
              <ProductChoice
                name={`lines.${place}.productId`}
                chosen={line?.productId}
                products={props.products}
              />
              <TextField
                name={`lines.${place}.description`}
                label={t('deals:offer.description')}
                defaultValue={line?.description}
                error={at(`lines.${place}.description`)}
                maxLength={300}
              />
              <TextField
                name={`lines.${place}.hs6`}
                label={t('deals:offer.hs6')}
                defaultValue={line?.hs6 ?? ''}
                error={at(`lines.${place}.hs6`)}
                inputMode="numeric"
                maxLength={8}
              />
              <TextField
                name={`lines.${place}.quantity`}
                label={t('deals:offer.quantity')}
                defaultValue={line?.quantity ?? ''}
                error={at(`lines.${place}.quantity`)}
                inputMode="numeric"
                maxLength={12}
              />
              <SelectField
                name={`lines.${place}.unit`}
                label={t('deals:offer.unit')}
                defaultValue={line?.unit ?? 'KGM'}
                error={at(`lines.${place}.unit`)}
                options={quantityUnits.map((unit) => ({ value: unit, label: t(`words:quantity.${unit}`) }))}
              />
              <TextField
                name={`lines.${place}.unitPrice`}
                label={t('deals:offer.unitPrice')}
                defaultValue={price(line?.unitPrice)}
                error={at(`lines.${place}.unitPrice`)}
                inputMode="decimal"
                maxLength={16}
              />
            </fieldset>
          ))}
        </Section>
        <Section title={t('deals:offerForm.terms')}>
          <div className="grid items-start gap-4 sm:grid-cols-3">
            <SelectField
              name="currency"
              label={t('deals:offerForm.currency')}
              defaultValue={currency}
              error={at('currency')}
              options={currencies.map((code) => ({ value: code, label: code }))}
            />
            <SelectField
              name="incoterm"
              label={t('deals:offerForm.incoterm')}
              defaultValue={values.incoterm ?? 'DAP'}
              error={at('incoterm')}
              options={incoterms.map((term) => ({ value: term, label: term }))}
            />
            <TextField
              name="place"
              label={t('deals:offerForm.place')}
              defaultValue={values.place}
              error={at('place')}
              required
              maxLength={100}
            />
            <TextField
              name="payment"
              label={t('deals:offer.payment')}
              hint={t('deals:offerForm.paymentHint')}
              defaultValue={values.payment}
              error={at('payment')}
              required
              maxLength={500}
              className="sm:col-span-3"
            />
            <TextField
              name="delivery.earliest"
              type="date"
              label={t('deals:offerForm.earliest')}
              defaultValue={values.delivery?.earliest}
              error={at('delivery.earliest')}
            />
            <TextField
              name="delivery.latest"
              type="date"
              label={t('deals:offerForm.latest')}
              defaultValue={values.delivery?.latest}
              error={at('delivery.latest')}
            />
            <TextField
              name="expiresOn"
              type="date"
              label={t('deals:offer.expires')}
              defaultValue={values.expiresOn}
              error={at('expiresOn')}
              required
            />
            <TextArea
              name="note"
              label={t('deals:offerForm.note')}
              defaultValue={values.note ?? ''}
              error={at('note')}
              maxLength={2000}
              className="sm:col-span-3"
            />
          </div>
          <p className="mt-5">
            <Button look="main" disabled={sending}>
              {t('deals:offerForm.send')}
            </Button>
          </p>
        </Section>
      </Form>
    </article>
  );
}

/** Which product it is: the seller picks among its own, the buyer leaves it as it was. */
function ProductChoice(props: {
  name: string;
  chosen: string | null | undefined;
  products: { id: string; name: string }[];
}) {
  const { t } = useTranslation('deals');
  const { name, chosen, products } = props;
  if (products.length === 0 || (chosen && !products.some(({ id }) => id === chosen)))
    return chosen ? <input type="hidden" name={name} value={chosen} /> : null;
  return (
    <SelectField
      name={name}
      label={t('offerForm.product')}
      defaultValue={chosen ?? ''}
      className="sm:col-span-full"
      options={[
        { value: '', label: t('offerForm.noProduct') },
        ...products.map((product) => ({ value: product.id, label: product.name })),
      ]}
    />
  );
}
