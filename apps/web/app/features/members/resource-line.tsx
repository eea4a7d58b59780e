import type { MemberResource } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useCountries } from '../../ui/countries.ts';
import { Badge } from '../../ui/badge.tsx';
import { inLanguage, useWords } from '../../ui/text.ts';

/** What a member lends: kind and place, how much, how cold, whom to ask. `owner` where it stands apart from its member. */
export function ResourceLine({
  resource,
  owner,
}: {
  resource: MemberResource;
  owner?: Record<string, string>;
}) {
  const { t } = useTranslation(['words', 'members']);
  const { language, number, of } = useWords();
  const countries = useCountries();
  const about = inLanguage(resource.descriptions, language);
  const { capacity, contact } = resource;
  return (
    <li className="grid gap-x-4 gap-y-1 border-b border-rule py-2.5 sm:grid-cols-[10rem_9rem_minmax(0,1fr)]">
      <div>
        <p className="font-medium">{t(`words:resource.${resource.kind}`)}</p>
        <p className="text-sm text-faded">
          {resource.city} · {countries.name(resource.country)}
        </p>
      </div>
      <div className="tabular-nums">
        {capacity && (
          <p>
            {t(`words:unit.${capacity.unit}`, { count: capacity.amount, amount: number(capacity.amount) })}
          </p>
        )}
        {resource.temperatureClass && (
          <Badge tone="celadon">{t(`words:temperature.${resource.temperatureClass}`)}</Badge>
        )}
      </div>
      <div className="min-w-0">
        {owner && (
          <Link to={`/members/${resource.organisationId}`} className="link font-medium">
            {of(owner)}
          </Link>
        )}
        {about.text && (
          <p lang={about.lang} className="text-sm">
            {about.text}
          </p>
        )}
        <p className="text-sm text-faded">
          {contact
            ? [contact.person, contact.email, contact.phone].filter(Boolean).join(' · ')
            : resource.hasContact && t('members:page.contactHidden')}
        </p>
      </div>
    </li>
  );
}
