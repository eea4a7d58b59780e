import type { getAllianceTotals, getProductTotals, listProducts, ResponseOf } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ProductLine } from '../catalogue/product-line.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { Section } from '../../ui/section.tsx';
import { Stat } from '../../ui/stat.tsx';
import { useWords } from '../../ui/text.ts';
import { WorldMap } from '../../ui/world-map.tsx';

/** The alliance at a glance: how far it has come, where its people are, what is new. */
export function AtAGlance(props: {
  totals: ResponseOf<typeof getAllianceTotals>;
  products: ResponseOf<typeof getProductTotals>;
  latest: ResponseOf<typeof listProducts>['items'];
  /** The reader is nobody yet: the ways in are shown. */
  waysIn: boolean;
}) {
  const { totals, products, latest } = props;
  const { t } = useTranslation(['home', 'words']);
  const { list, number } = useWords();
  const marks = totals.byContinent.map(({ continent, count }) => ({
    place: continent,
    label: `${t(`words:continent.${continent}`)} ${number(count)}`,
    count,
    words: t('home:map.mark', { continent: t(`words:continent.${continent}`), count, number: number(count) }),
  }));
  return (
    <>
      <title>{t('home:pageTitle')}</title>
      <meta name="description" content={t('home:lead')} />
      <div className="grid items-end gap-x-10 gap-y-6 pb-8 lg:grid-cols-[minmax(0,5fr)_minmax(0,4fr)]">
        <div>
          <h1 className="text-4xl leading-tight sm:text-5xl">{t('home:title')}</h1>
          <p className="measure mt-4 text-lg text-faded">{t('home:lead')}</p>
          {props.waysIn && (
            <p className="mt-5 flex flex-wrap gap-3">
              <ButtonLink look="main" to="/products">
                {t('home:toProducts')}
              </ButtonLink>
              <ButtonLink to="/apply">{t('home:toApply')}</ButtonLink>
            </p>
          )}
        </div>
        <dl className="grid gap-6 border-s border-seal ps-6 grid-cols-2">
          <Stat
            label={t('home:stat.enterprises')}
            count={totals.enterprises.count}
            target={totals.enterprises.target}
            of={t('home:stat.ofEnterprises', { target: number(totals.enterprises.target) })}
          />
          <Stat
            label={t('home:stat.products')}
            count={products.products.published}
            target={products.products.goal}
            of={t('home:stat.ofProducts', { target: number(products.products.goal) })}
          />
          <Stat label={t('home:stat.members')} count={totals.members} />
          <Stat label={t('home:stat.countries')} count={totals.countries} />
        </dl>
      </div>
      <Section title={t('home:map.title')} note={t('home:map.note')}>
        <WorldMap marks={marks} origin={t('home:map.origin')} />
        <details className="mt-3 text-sm">
          <summary className="link w-fit">{t('home:map.asTable')}</summary>
          <table className="mt-2 w-full max-w-xl border-y border-ink text-start">
            <thead>
              <tr className="border-b border-rule text-faded">
                <th scope="col" className="py-1 text-start font-medium">
                  {t('home:map.continent')}
                </th>
                <th scope="col" className="text-end font-medium">
                  {t('home:map.members')}
                </th>
                <th scope="col" className="text-end font-medium">
                  {t('home:map.associations')}
                </th>
              </tr>
            </thead>
            <tbody>
              {totals.byContinent.map(({ continent, count, associations }) => (
                <tr key={continent} className="border-b border-rule last:border-0">
                  <th scope="row" className="py-1 text-start font-normal">
                    <Link to={`/members?continent=${continent}`} className="link">
                      {t(`words:continent.${continent}`)}
                    </Link>
                  </th>
                  <td className="text-end">{number(count)}</td>
                  <td className="text-end">{number(associations)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
        {totals.continentsWithoutMember.length > 0 && (
          <p className="mt-3 text-sm text-seal">
            {t('home:map.missing', {
              continents: list(totals.continentsWithoutMember.map((one) => t(`words:continent.${one}`))),
            })}
          </p>
        )}
      </Section>
      {latest.length > 0 && (
        <Section
          title={t('home:latest.title')}
          note={
            <Link to="/products?sort=newest" className="link">
              {t('home:latest.all')}
            </Link>
          }
        >
          <ul className="border-t border-ink">
            {latest.map((product) => (
              <ProductLine key={product.id} product={product} />
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}
