import type { OrganisationCard } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useCountries } from '../../ui/countries.ts';
import { Badge } from '../../ui/badge.tsx';
import { usePlaces } from '../../ui/places.ts';
import { Marked } from '../../ui/marked.tsx';
import { beside, inLanguage, useWords } from '../../ui/text.ts';

/** One member in a list: its name in both languages, where it is, what it is and lends. `parts` are to be marked. */
export function MemberLine({
  member,
  parts,
}: {
  member: OrganisationCard;
  parts?: (text: string) => [number, number][];
}) {
  const { t } = useTranslation('words');
  const { language } = useWords();
  const countries = useCountries();
  const place = usePlaces();
  const name = inLanguage(member.names, language);
  const second = beside(member.names, language);
  return (
    <li className="grid items-baseline gap-x-4 gap-y-0.5 border-b border-rule py-2.5 sm:grid-cols-[minmax(0,1fr)_10rem_14rem]">
      <div className="min-w-0">
        <Link
          to={`/members/${member.id}`}
          lang={name.lang}
          className="font-name text-lg font-semibold hover:text-seal"
        >
          <Marked text={name.text} parts={parts?.(name.text)} />
        </Link>
        {second && (
          <p lang={second.lang} className="text-sm text-faded">
            <Marked text={second.text} parts={parts?.(second.text)} />
          </p>
        )}
      </div>
      <p className="text-sm text-faded">
        {[member.place.code ? place(member.place.code) : member.place.city, countries.name(member.country)]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <p className="flex flex-wrap gap-1">
        <Badge tone="celadon">{t(`kind.${member.kind}`)}</Badge>
        {member.resourceKinds.map((kind) => (
          <Badge key={kind}>{t(`resource.${kind}`)}</Badge>
        ))}
        {member.demo && <Badge>{t('demo')}</Badge>}
      </p>
    </li>
  );
}
