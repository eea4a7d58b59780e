import { placeNames } from '../../platform/geography/index.ts';
import { languages, message } from '../../platform/i18n/messages.ts';
import { cityNames } from './places.ts';
import type { AliasRow, OrganisationRow, ResourceRow } from './tables.ts';
import { searchDocument, type SearchDocument } from './search-text.ts';

/** The words for a code of the vocabulary in every language the server speaks. */
const inEveryLanguage = (code: string): string[] =>
  languages.map((language) => message(language, `members.${code}`));

const countryNames = languages.map((language) => new Intl.DisplayNames([language], { type: 'region' }));
const countryWords = (country: string): string[] => countryNames.map((names) => names.of(country) ?? country);

type Indexed = Pick<
  OrganisationRow,
  'names' | 'descriptions' | 'kind' | 'country' | 'place_code' | 'city' | 'tags' | 'credit_code'
>;

/** What an organisation is found by: names and aliases first; then place, kind, tags and what it offers. */
export function organisationWords(
  row: Indexed,
  aliases: readonly Pick<AliasRow, 'text'>[],
  resources: readonly Pick<ResourceRow, 'kind' | 'temperature_class' | 'city' | 'country'>[],
): SearchDocument {
  return searchDocument(
    [...Object.values(row.names), ...aliases.map(({ text }) => text)],
    [
      ...inEveryLanguage(`kind.${row.kind}`),
      ...row.tags.flatMap((tag) => inEveryLanguage(`tag.${tag}`)),
      ...placeWords(row),
      ...Object.values(row.descriptions),
      ...resources.flatMap(resourceDetails),
    ],
    row.credit_code ? [row.credit_code] : [],
  );
}

/** What a resource is found by: “chilled, Budapest”, 冷藏 布达佩斯. */
export const resourceWords = (
  row: Pick<ResourceRow, 'kind' | 'temperature_class' | 'city' | 'country' | 'descriptions'>,
): SearchDocument => searchDocument(resourceDetails(row), Object.values(row.descriptions));

const resourceDetails = (
  row: Pick<ResourceRow, 'kind' | 'temperature_class' | 'city' | 'country'>,
): string[] => [
  ...inEveryLanguage(`resource.${row.kind}`),
  ...(row.temperature_class ? inEveryLanguage(`temperature.${row.temperature_class}`) : []),
  ...cityNames(row.country, row.city),
  ...countryWords(row.country),
];

const placeWords = (row: Indexed): string[] => [
  ...(row.place_code ? placeNames(row.place_code) : []),
  ...(row.city ? cityNames(row.country, row.city) : []),
  ...countryWords(row.country),
];
