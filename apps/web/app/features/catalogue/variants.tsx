import type { Variant } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { useCountries } from '../../ui/countries.ts';
import { Facts } from '../../ui/facts.tsx';
import { useWords } from '../../ui/text.ts';

/** What a market gets that differs from the product at home. `renderAfter` follows each market. */
export function Variants(props: { variants: Variant[]; renderAfter?(variant: Variant): React.ReactNode }) {
  const { t } = useTranslation('catalogue');
  const { of, list, tongue } = useWords();
  const countries = useCountries();
  return (
    <ul className="space-y-5">
      {props.variants.map((variant) => (
        <li key={variant.market}>
          <h3 className="font-name text-lg">{countries.name(variant.market)}</h3>
          <Facts
            facts={[
              [t('variant.name'), of(variant.names)],
              [t('variant.size'), variant.size],
              [t('variant.recipe'), variant.recipe],
              [t('variant.labels'), list(variant.labelLanguages.map(tongue))],
            ]}
          />
          {props.renderAfter?.(variant)}
        </li>
      ))}
    </ul>
  );
}
