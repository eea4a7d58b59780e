import type { PlanAssumptions, ProblemDocument, ProductPage } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useCountries } from '../../ui/countries.ts';
import { Facts } from '../../ui/facts.tsx';
import { SelectField } from '../../ui/fields.tsx';
import { errorAt, ProblemNote } from '../../ui/problem-note.tsx';
import { inLanguage, useWords } from '../../ui/text.ts';
import { PlanForm, type HubChoice } from './plan-form.tsx';
import type { PlanValues } from './plan-values.ts';
import { ProductField } from './product-field.tsx';

type Picked = Pick<
  ProductPage,
  'id' | 'sku' | 'names' | 'unit' | 'shelfLifeDays' | 'minimumOrder' | 'storage'
> & {
  maker: ProductPage['maker'];
};

/** A plan that isn't yet: which product, which market, how many, and what is wished for. */
export function NewPlan(props: {
  product: Picked | null;
  market: string | null;
  /** Markets that something is known of. */
  markets: readonly string[];
  hubs: readonly HubChoice[];
  assumptions: PlanAssumptions;
  values?: PlanValues & { product?: string };
  candidates?: Parameters<typeof ProductField>[0]['candidates'];
  problem?: ProblemDocument;
}) {
  const { t } = useTranslation('plans');
  const countries = useCountries();
  const { language } = useWords();
  const { product, values = {}, problem } = props;
  const offered = props.markets
    .map((code) => ({ value: code, label: countries.name(code) }))
    .toSorted((a, b) => a.label.localeCompare(b.label, language));
  const market = values.market ?? props.market;
  return (
    <>
      <title>{t('new.title')}</title>
      <h1 className="text-3xl">{t('new.title')}</h1>
      <p className="measure mt-2 mb-6 text-faded">{t('new.lead')}</p>
      <ProblemNote problem={problem} />
      <PlanForm
        key={product?.id ?? ''}
        draft={`plan:new:${product?.id ?? ''}`}
        values={values}
        assumptions={props.assumptions}
        unit={product?.unit ?? null}
        hubs={props.hubs}
        market={null}
        problem={problem}
        send={t('new.send')}
      >
        <div className="grid items-start gap-4 sm:grid-cols-2">
          {product ? (
            <PickedProduct product={product} />
          ) : (
            <ProductField
              typed={values.product}
              candidates={props.candidates}
              error={errorAt(problem, 'productId')}
            />
          )}
          <SelectField
            key={market}
            name="market"
            label={t('field.market')}
            hint={t('field.marketHint')}
            error={errorAt(problem, 'market')}
            defaultValue={market ?? ''}
            options={[{ value: '', label: t('field.marketNone') }, ...offered]}
            required
          />
        </div>
      </PlanForm>
    </>
  );
}

function PickedProduct({ product }: { product: Picked }) {
  const { t } = useTranslation(['plans', 'words', 'catalogue']);
  const { language, of, number } = useWords();
  const [search] = useSearchParams();
  const name = inLanguage(product.names, language);
  const another = new URLSearchParams(search);
  another.delete('product');
  return (
    <div>
      <input type="hidden" name="productId" value={product.id} />
      <p className="mb-1 text-sm font-medium">{t('plans:field.product')}</p>
      <p lang={name.lang} className="font-name text-lg font-semibold">
        {name.text}
      </p>
      <Facts
        columns={1}
        facts={[
          [t('catalogue:field.sku'), product.sku],
          [t('plans:field.maker'), of(product.maker.names)],
          [
            t('catalogue:field.shelfLifeDays'),
            product.shelfLifeDays && t('plans:days', { count: product.shelfLifeDays }),
          ],
          [
            t('catalogue:field.minimumOrder'),
            product.minimumOrder && `${number(product.minimumOrder)} ${t(`words:quantity.${product.unit}`)}`,
          ],
        ]}
      />
      <p className="mt-2 text-sm">
        <Link to={`?${another}`} replace className="link">
          {t('plans:field.anotherProduct')}
        </Link>
      </p>
    </div>
  );
}
