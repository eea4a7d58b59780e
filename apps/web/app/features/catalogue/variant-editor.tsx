import type { ProblemDocument, ProductPage } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { Form } from 'react-router';
import { Button } from '../../ui/button.tsx';
import { ConfirmButton } from '../../ui/confirm-button.tsx';
import { useCountries } from '../../ui/countries.ts';
import { CheckField, SelectField, TextArea, TextField } from '../../ui/fields.tsx';
import { errorAt } from '../../ui/problem-note.tsx';
import { useWords } from '../../ui/text.ts';
import { Variants } from './variants.tsx';

const labelLanguages = [
  'zh-CN',
  'en',
  'ru',
  'es',
  'fr',
  'de',
  'hu',
  'ar',
  'ja',
  'ko',
  'th',
  'vi',
  'pt',
] as const;

/** What changes for a market; saving a market again replaces what was said of it. */
export function VariantEditor({ product, problem }: { product: ProductPage; problem?: ProblemDocument }) {
  const { t } = useTranslation('catalogue');
  const { tongue } = useWords();
  const countries = useCountries();
  const at = (name: string) => errorAt(problem, name);
  return (
    <>
      <Variants
        variants={product.variants}
        renderAfter={({ market }) => (
          <Form method="post" className="mt-2">
            <input type="hidden" name="act" value="removeVariant" />
            <input type="hidden" name="version" value={product.version} />
            <input type="hidden" name="market" value={market} />
            <ConfirmButton label={t('edit.removeVariant')} question={t('edit.removeVariantQuestion')} />
          </Form>
        )}
      />
      <details open={problem !== undefined} className="mt-4">
        <summary className="link mb-3 w-fit">{t('edit.addVariant')}</summary>
        <Form method="post" className="grid gap-4 sm:grid-cols-3">
          <input type="hidden" name="act" value="putVariant" />
          <input type="hidden" name="version" value={product.version} />
          <SelectField
            name="market"
            label={t('facet.market')}
            error={at('market')}
            defaultValue="RU"
            options={countries.options()}
          />
          <TextField
            name="names.en"
            lang="en"
            label={t('edit.name.en')}
            error={at('names.en')}
            maxLength={200}
          />
          <TextField
            name="names.ru"
            lang="ru"
            label={t('edit.name.ru')}
            error={at('names.ru')}
            maxLength={200}
          />
          <TextField name="size" label={t('variant.size')} error={at('size')} maxLength={100} />
          <TextArea
            name="recipe"
            label={t('variant.recipe')}
            error={at('recipe')}
            maxLength={2000}
            className="sm:col-span-2"
          />
          <fieldset className="sm:col-span-3">
            <legend className="mb-1 text-sm font-medium">{t('variant.labels')}</legend>
            <div className="grid grid-cols-2 sm:grid-cols-5">
              {labelLanguages.map((tag) => (
                <CheckField key={tag} name="labelLanguages[]" value={tag} label={tongue(tag)} />
              ))}
            </div>
          </fieldset>
          <div>
            <Button look="main">{t('edit.saveVariant')}</Button>
          </div>
        </Form>
      </details>
    </>
  );
}
