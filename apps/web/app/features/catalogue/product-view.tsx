import type { ProductPage } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Badge } from '../../ui/badge.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { Facts } from '../../ui/facts.tsx';
import { fileUrl } from '../../ui/file-url.ts';
import { usePlaces } from '../../ui/places.ts';
import { Section } from '../../ui/section.tsx';
import { beside, inLanguage, useWords } from '../../ui/text.ts';
import { Certificates } from './certificates.tsx';
import { PackingTable } from './packing-table.tsx';
import { PriceTable } from './price-table.tsx';
import { StructuredData } from './structured-data.tsx';
import { Variants } from './variants.tsx';

/** A product: what it is, what it costs and weighs, what it proves, what changes for a market. Prints on paper. */
export function ProductView(props: {
  product: ProductPage;
  origin: string;
  edits: boolean;
  /** The reader makes export plans. */
  plans: boolean;
}) {
  const { t } = useTranslation(['catalogue', 'words']);
  const words = useWords();
  const place = usePlaces();
  const { product } = props;
  const name = inLanguage(product.names, words.language);
  const second = beside(product.names, words.language);
  const about = inLanguage(product.descriptions, words.language);
  const ingredients = inLanguage(product.ingredients, words.language);
  const temperatures = [product.minTemperature, product.maxTemperature].filter((one) => one !== null);
  const amount = (count: number | null) =>
    count && t(`words:amount.${product.unit}`, { count, amount: words.number(count) });
  return (
    <article>
      <title>{name.text}</title>
      {about.text && <meta name="description" content={about.text.slice(0, 160)} />}
      {product.state === 'published' && (
        <StructuredData product={product} origin={props.origin} language={words.language} />
      )}
      <header
        className={`grid gap-x-8 gap-y-5 pb-8 ${product.photos.length > 0 ? 'md:grid-cols-[minmax(0,1fr)_20rem]' : ''}`}
      >
        <div>
          <p className="flex flex-wrap gap-1">
            {product.state !== 'published' && (
              <Badge tone="seal">{t(`catalogue:state.${product.state}`)}</Badge>
            )}
            <Badge tone="celadon">
              {t(`words:category.${product.category}`, { defaultValue: product.category })}
            </Badge>
            {product.geographicalIndication && <Badge tone="seal">{product.geographicalIndication}</Badge>}
            {product.demo && <Badge>{t('words:demo')}</Badge>}
          </p>
          <h1 lang={name.lang} className="mt-2 font-name text-4xl">
            {name.text}
          </h1>
          {second && (
            <p lang={second.lang} className="mt-1 font-name text-xl text-faded">
              {second.text}
            </p>
          )}
          <p className="mt-3">
            <Link to={`/members/${product.maker.id}`} className="link">
              {words.of(product.maker.names)}
            </Link>
          </p>
          {about.text && (
            <p lang={about.lang} className="measure mt-4 whitespace-pre-line">
              {about.text}
            </p>
          )}
          <p className="mt-5 flex flex-wrap gap-3 print:hidden">
            {props.plans && (
              <ButtonLink look="main" to={`/plans/new?product=${product.id}`}>
                {t('catalogue:page.plan')}
              </ButtonLink>
            )}
            <ButtonLink to={`/markets?product=${product.id}`}>{t('catalogue:page.markets')}</ButtonLink>
            {props.edits && (
              <ButtonLink to={`/organisation/products/${product.id}`}>{t('catalogue:page.edit')}</ButtonLink>
            )}
          </p>
        </div>
        {product.photos.length > 0 && (
          <ul className="grid grid-cols-3 content-start gap-2 md:order-none">
            {product.photos.map(({ fileId, alt }, index) => (
              <li key={fileId} className={index === 0 ? 'col-span-3' : ''}>
                <img
                  src={fileUrl(fileId, index === 0 ? 960 : 320)}
                  alt={words.of(alt)}
                  width="640"
                  height="640"
                  loading={index === 0 ? 'eager' : 'lazy'}
                  className="aspect-square w-full border border-rule object-cover"
                />
              </li>
            ))}
          </ul>
        )}
      </header>
      <Section title={t('catalogue:page.pricesTitle')} note={t('catalogue:page.pricesNote')}>
        <PriceTable prices={product.prices} unit={product.unit} hidden={product.pricesByAgreement} />
        <div className="mt-4">
          <Facts
            facts={[
              [t('catalogue:field.minimumOrder'), amount(product.minimumOrder)],
              [t('catalogue:field.monthlyCapacity'), amount(product.monthlyCapacity)],
              [
                t('catalogue:field.leadTimeDays'),
                product.leadTimeDays !== null && t('catalogue:page.days', { count: product.leadTimeDays }),
              ],
            ]}
          />
        </div>
      </Section>
      <Section title={t('catalogue:page.factsTitle')}>
        <Facts
          facts={[
            [t('catalogue:field.sku'), product.sku],
            [t('catalogue:field.hs6'), product.hs6],
            [t('catalogue:field.gtin'), product.gtin],
            [
              t('catalogue:field.origin'),
              [product.origin.text, product.origin.code && place(product.origin.code)]
                .filter(Boolean)
                .join(' · '),
            ],
            [
              t('catalogue:field.storage'),
              product.storage !== 'none' && t(`words:temperature.${product.storage}`),
            ],
            [t('catalogue:field.temperature'), temperatures.map(words.temperature).join(' – ')],
            [
              t('catalogue:field.shelfLifeDays'),
              product.shelfLifeDays && t('catalogue:page.days', { count: product.shelfLifeDays }),
            ],
            [t('catalogue:field.animalIngredients'), t(`words:animal.${product.animalIngredients}`)],
            [
              t('catalogue:field.allergens'),
              words.list(product.allergens.map((one) => t(`words:allergen.${one}`))),
            ],
            [t('catalogue:field.additives'), words.list(product.additives)],
            [
              t('catalogue:field.batteries'),
              product.batteries ? t('catalogue:page.yes') : t('catalogue:page.no'),
            ],
            [
              t('catalogue:field.dangerous'),
              product.dangerous ? t('catalogue:page.yes') : t('catalogue:page.no'),
            ],
          ]}
        />
        {ingredients.text && (
          <p lang={ingredients.lang} className="measure mt-4 text-sm">
            <span className="text-faded">{t('catalogue:field.ingredients')}</span> {ingredients.text}
          </p>
        )}
      </Section>
      {product.packing.length > 0 && (
        <Section title={t('catalogue:page.packingTitle')}>
          <PackingTable packing={product.packing} />
        </Section>
      )}
      {product.certificates.length > 0 && (
        <Section title={t('catalogue:page.certificatesTitle')}>
          <Certificates certificates={product.certificates} />
        </Section>
      )}
      {product.variants.length > 0 && (
        <Section title={t('catalogue:page.variantsTitle')} note={t('catalogue:page.variantsNote')}>
          <Variants variants={product.variants} />
        </Section>
      )}
    </article>
  );
}
