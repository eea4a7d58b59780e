import type { Relation } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useCountries } from '../../ui/countries.ts';
import { inLanguage, useWords } from '../../ui/text.ts';

/** A member by name, with what and where it is. */
export function PartnerName({ partner, to }: { partner: Relation['partner']; to?: string }) {
  const { t } = useTranslation('words');
  const { language } = useWords();
  const countries = useCountries();
  const name = inLanguage(partner.names, language);
  return (
    <span className="block min-w-0">
      {to ? (
        <Link to={to} lang={name.lang} className="font-name text-base font-semibold hover:text-seal">
          {name.text}
        </Link>
      ) : (
        <span lang={name.lang} className="font-name text-base font-semibold">
          {name.text}
        </span>
      )}
      <span className="block text-xs text-faded">
        {t(`kind.${partner.kind}`)} · {countries.name(partner.country)}
      </span>
    </span>
  );
}
