import type { ProblemDocument } from '@jiechuan/contract';
import { memberLanguages, memberTags } from '@jiechuan/contract/words';
import { useTranslation } from 'react-i18next';
import { useCountries } from '../../ui/countries.ts';
import { CheckField, SelectField, TextArea, TextField } from '../../ui/fields.tsx';
import { usePlaceOptions } from '../../ui/places.ts';
import { errorAt } from '../../ui/problem-note.tsx';
import { useWords } from '../../ui/text.ts';
import { CountryBoxes } from './country-boxes.tsx';

/** Languages a profile is asked for in; any other language it has is kept. */
export const profileLanguages = ['zh-CN', 'en', 'ru'] as const;

export interface ProfileValues {
  names?: Record<string, string>;
  descriptions?: Record<string, string>;
  country?: string;
  place?: { code?: string | null; city?: string | null };
  website?: string | null;
  foundedYear?: number | string | null;
  employees?: number | string | null;
  exportLicence?: string | null;
  registrationNumber?: string | null;
  languages?: string[];
  tags?: string[];
  region?: string[];
  contact?: { person?: string; email?: string; phone?: string | null } | null;
}

/** What an organisation says of itself, as fields named by their place in the contract's body. */
export function ProfileFields({ values, problem }: { values: ProfileValues; problem?: ProblemDocument }) {
  const { t } = useTranslation(['members', 'words']);
  const countries = useCountries();
  const places = usePlaceOptions();
  const { tongue } = useWords();
  // A language that was stated elsewhere and isn't asked for here stays.
  const tongues = [...new Set([...memberLanguages, ...(values.languages ?? [])])];
  const at = (name: string) => errorAt(problem, name);
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      {profileLanguages.map((tag) => (
        <TextField
          key={tag}
          name={`names.${tag}`}
          lang={tag}
          label={t(`members:form.name.${tag}`)}
          error={at(`names.${tag}`) ?? (tag === 'zh-CN' ? at('names') : undefined)}
          defaultValue={values.names?.[tag]}
          required={tag === 'zh-CN'}
          maxLength={200}
        />
      ))}
      <SelectField
        name="country"
        label={t('members:form.country')}
        error={at('country')}
        defaultValue={values.country ?? 'CN'}
        options={countries.options()}
        required
      />
      <SelectField
        name="place.code"
        label={t('members:form.place')}
        hint={t('members:form.placeHint')}
        error={at('place.code') ?? at('place')}
        defaultValue={values.place?.code ?? ''}
        options={[{ value: '', label: t('members:form.placeNone') }, ...places]}
      />
      <TextField
        name="place.city"
        label={t('members:form.city')}
        error={at('place.city')}
        defaultValue={values.place?.city ?? ''}
        maxLength={100}
      />
      <TextField
        name="registrationNumber"
        label={t('members:form.registration')}
        hint={t('members:form.registrationHint')}
        error={at('registrationNumber')}
        defaultValue={values.registrationNumber ?? ''}
        maxLength={50}
      />
      <TextField
        name="website"
        type="url"
        label={t('members:page.website')}
        error={at('website')}
        defaultValue={values.website ?? ''}
        placeholder="https://"
        maxLength={300}
      />
      <TextField
        name="foundedYear"
        label={t('members:page.founded')}
        error={at('foundedYear')}
        defaultValue={values.foundedYear ?? ''}
        inputMode="numeric"
        maxLength={4}
      />
      <TextField
        name="employees"
        label={t('members:page.employees')}
        error={at('employees')}
        defaultValue={values.employees ?? ''}
        inputMode="numeric"
        maxLength={8}
      />
      <TextField
        name="exportLicence"
        label={t('members:page.licence')}
        error={at('exportLicence')}
        defaultValue={values.exportLicence ?? ''}
        maxLength={50}
      />
      {profileLanguages.map((tag) => (
        <TextArea
          key={tag}
          name={`descriptions.${tag}`}
          lang={tag}
          label={t(`members:form.about.${tag}`)}
          error={at(`descriptions.${tag}`)}
          defaultValue={values.descriptions?.[tag]}
          maxLength={4000}
          className="sm:col-span-2"
        />
      ))}
      <fieldset className="sm:col-span-2">
        <legend className="mb-1 text-sm font-medium">{t('members:facet.tag')}</legend>
        <div className="grid gap-x-6 sm:grid-cols-3">
          {memberTags.map((tag) => (
            <CheckField
              key={tag}
              name="tags[]"
              value={tag}
              label={t(`words:tag.${tag}`)}
              defaultChecked={values.tags?.includes(tag)}
            />
          ))}
        </div>
      </fieldset>
      <fieldset className="sm:col-span-2">
        <legend className="mb-1 text-sm font-medium">{t('members:page.languages')}</legend>
        <p className="mb-1 text-xs text-faded">{t('members:form.languagesHint')}</p>
        <div className="grid grid-cols-2 gap-x-6 sm:grid-cols-4">
          {tongues.map((tag) => (
            <CheckField
              key={tag}
              name="languages[]"
              value={tag}
              label={tongue(tag)}
              defaultChecked={values.languages?.includes(tag)}
            />
          ))}
        </div>
        {at('languages') && <p className="mt-1 text-sm text-seal">{at('languages')}</p>}
      </fieldset>
      <div className="sm:col-span-2">
        <CountryBoxes
          name="region"
          label={t('members:page.region')}
          hint={t('members:form.regionHint')}
          error={at('region')}
          chosen={values.region ?? []}
        />
      </div>
      <TextField
        name="contact.person"
        label={t('members:page.person')}
        error={at('contact.person') ?? at('contact')}
        defaultValue={values.contact?.person}
        autoComplete="name"
        maxLength={100}
        required
      />
      <TextField
        name="contact.email"
        type="email"
        label={t('members:page.email')}
        error={at('contact.email')}
        defaultValue={values.contact?.email}
        autoComplete="email"
        maxLength={200}
        required
      />
      <TextField
        name="contact.phone"
        type="tel"
        label={t('members:page.phone')}
        hint={t('members:form.phoneHint')}
        error={at('contact.phone')}
        defaultValue={values.contact?.phone ?? ''}
        autoComplete="tel"
        maxLength={30}
      />
    </div>
  );
}
