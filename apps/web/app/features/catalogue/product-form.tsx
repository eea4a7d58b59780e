import type { ProblemDocument } from '@jiechuan/contract';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Form, useNavigation } from 'react-router';
import { Button } from '../../ui/button.tsx';
import { DraftNote } from '../../ui/draft-note.tsx';
import { useDraft } from '../../ui/draft.ts';
import { CheckField, SelectField, TextArea, TextField } from '../../ui/fields.tsx';
import { errorAt } from '../../ui/problem-note.tsx';
import { Section } from '../../ui/section.tsx';
import { CountyField } from './county-field.tsx';
import { PackingFields } from './packing-fields.tsx';
import { PriceFields } from './price-fields.tsx';
import { typedOf, type Edited } from './product-values.ts';
import { allergens, animalIngredients, quantityUnits, storageClasses } from '@jiechuan/contract/words';
import { categories } from './vocabulary.ts';

const languages = ['zh-CN', 'en', 'ru'] as const;

/** Everything an enterprise says of a product. Kept as a draft in the browser until it is sent. */
export function ProductForm({ product, problem }: { product: Edited; problem?: ProblemDocument }) {
  const { t } = useTranslation(['catalogue', 'words']);
  const draft = useDraft(`product:${product.id ?? 'new'}:${product.version ?? 0}`);
  const sending = useNavigation().state === 'submitting';
  const { keep } = draft;
  useEffect(() => {
    if (problem) keep();
  });
  const at = (name: string) => errorAt(problem, name);
  const field = (name: string, value: string | number | null | undefined, maxLength: number) => ({
    name,
    label: t(`catalogue:field.${name}`),
    error: at(name),
    defaultValue: value ?? '',
    maxLength,
  });
  return (
    <Form method="post" {...draft.form}>
      <input type="hidden" name="act" value="save" />
      <input type="hidden" name="version" value={product.version ?? ''} />
      <input type="hidden" name="kind" value={product.kind ?? ''} />
      <DraftNote {...draft} />
      <Section title={t('catalogue:edit.namesTitle')}>
        <div className="grid gap-4 sm:grid-cols-3">
          {languages.map((tag, index) => (
            <TextField
              key={tag}
              name={`names.${tag}`}
              lang={tag}
              label={t(`catalogue:edit.name.${tag}`)}
              error={at(`names.${tag}`) ?? (index === 0 ? at('names') : undefined)}
              defaultValue={product.names?.[tag]}
              required={index === 0}
              maxLength={200}
            />
          ))}
          <TextField {...field('sku', product.sku, 63)} required />
          <SelectField
            name="category"
            label={t('catalogue:facet.category')}
            error={at('category')}
            defaultValue={product.category}
            options={categories.map((key) => ({ value: key, label: t(`words:category.${key}`) }))}
            required
          />
          <TextField
            {...field('geographicalIndication', product.geographicalIndication, 100)}
            label={t('catalogue:facet.gi')}
          />
          {languages.map((tag) => (
            <TextArea
              key={tag}
              name={`descriptions.${tag}`}
              lang={tag}
              label={t(`catalogue:edit.about.${tag}`)}
              error={at(`descriptions.${tag}`)}
              defaultValue={product.descriptions?.[tag]}
              maxLength={8000}
            />
          ))}
        </div>
      </Section>
      <Section title={t('catalogue:edit.codesTitle')}>
        <div className="grid gap-4 sm:grid-cols-3">
          <TextField
            {...field('hs6', product.hs6, 6)}
            hint={t('catalogue:edit.hs6Hint')}
            inputMode="numeric"
          />
          <TextField
            {...field('gtin', product.gtin, 14)}
            hint={t('catalogue:edit.gtinHint')}
            inputMode="numeric"
          />
          <CountyField
            label={t('catalogue:edit.originCode')}
            error={at('origin.code')}
            code={product.origin?.code ?? null}
          />
          <TextField
            {...field('origin.text', product.origin?.text, 100)}
            label={t('catalogue:field.origin')}
          />
        </div>
      </Section>
      <Section title={t('catalogue:edit.keepingTitle')}>
        <div className="grid gap-4 sm:grid-cols-4">
          <SelectField
            name="storage"
            label={t('catalogue:field.storage')}
            error={at('storage')}
            defaultValue={product.storage ?? 'ambient'}
            options={storageClasses.map((key) => ({ value: key, label: t(`words:temperature.${key}`) }))}
          />
          <TextField
            {...field('minTemperature', typedOf(product.minTemperature ?? null, 1), 6)}
            label={t('catalogue:edit.minTemperature')}
            inputMode="decimal"
          />
          <TextField
            {...field('maxTemperature', typedOf(product.maxTemperature ?? null, 1), 6)}
            label={t('catalogue:edit.maxTemperature')}
            inputMode="decimal"
          />
          <TextField
            {...field('shelfLifeDays', product.shelfLifeDays, 5)}
            label={t('catalogue:edit.shelfLifeDays')}
            inputMode="numeric"
          />
        </div>
      </Section>
      <Section title={t('catalogue:edit.contentsTitle')}>
        <div className="grid gap-4 sm:grid-cols-3">
          {languages.map((tag) => (
            <TextArea
              key={tag}
              name={`ingredients.${tag}`}
              lang={tag}
              label={t(`catalogue:edit.ingredients.${tag}`)}
              error={at(`ingredients.${tag}`)}
              defaultValue={product.ingredients?.[tag]}
              maxLength={4000}
            />
          ))}
          <fieldset className="sm:col-span-3">
            <legend className="mb-1 text-sm font-medium">{t('catalogue:field.allergens')}</legend>
            <div className="grid grid-cols-2 gap-x-6 sm:grid-cols-5">
              {allergens.map((key) => (
                <CheckField
                  key={key}
                  name="allergens[]"
                  value={key}
                  label={t(`words:allergen.${key}`)}
                  defaultChecked={product.allergens?.includes(key)}
                />
              ))}
            </div>
          </fieldset>
          <TextField
            {...field('additives', product.additives?.join('、'), 2000)}
            hint={t('catalogue:edit.additivesHint')}
            className="sm:col-span-2"
          />
          <SelectField
            name="animalIngredients"
            label={t('catalogue:field.animalIngredients')}
            error={at('animalIngredients')}
            defaultValue={product.animalIngredients ?? 'unknown'}
            options={animalIngredients.map((key) => ({ value: key, label: t(`words:animal.${key}`) }))}
          />
          <CheckField
            name="batteries"
            label={t('catalogue:field.batteries')}
            defaultChecked={product.batteries ?? false}
          />
          <CheckField
            name="dangerous"
            label={t('catalogue:field.dangerous')}
            defaultChecked={product.dangerous ?? false}
          />
        </div>
      </Section>
      <Section title={t('catalogue:page.packingTitle')} note={t('catalogue:edit.packingNote')}>
        <PackingFields packing={product.packing ?? []} problem={problem} />
      </Section>
      <Section title={t('catalogue:page.pricesTitle')} note={t('catalogue:edit.pricesNote')}>
        <div className="mb-4 grid gap-4 sm:grid-cols-4">
          <SelectField
            name="unit"
            label={t('catalogue:edit.unit')}
            error={at('unit')}
            defaultValue={product.unit ?? 'H87'}
            options={quantityUnits.map((key) => ({ value: key, label: t(`words:quantity.${key}`) }))}
          />
          <TextField {...field('minimumOrder', product.minimumOrder, 9)} inputMode="numeric" />
          <TextField {...field('monthlyCapacity', product.monthlyCapacity, 10)} inputMode="numeric" />
          <TextField
            {...field('leadTimeDays', product.leadTimeDays, 4)}
            label={t('catalogue:edit.leadTimeDays')}
            inputMode="numeric"
          />
        </div>
        <PriceFields prices={product.prices ?? []} problem={problem} />
      </Section>
      <div className="sticky bottom-0 border-t border-rule bg-paper py-3 lg:ps-[13rem]">
        <Button look="main" disabled={sending}>
          {product.id ? t('catalogue:edit.save') : t('catalogue:edit.create')}
        </Button>
      </div>
    </Form>
  );
}
