import type { MemberResource, ProblemDocument } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { Form } from 'react-router';
import { Button } from '../../ui/button.tsx';
import { ConfirmButton } from '../../ui/confirm-button.tsx';
import { useCountries } from '../../ui/countries.ts';
import { SelectField, TextArea, TextField } from '../../ui/fields.tsx';
import { errorAt } from '../../ui/problem-note.tsx';
import { useWords } from '../../ui/text.ts';
import { profileLanguages } from './profile-fields.tsx';

const kinds = ['warehouse', 'shop', 'lawyer', 'chef', 'media', 'buyer'] as const;
const temperatures = ['ambient', 'cool', 'chilled', 'frozen'] as const;
const units = ['MTK', 'MTQ', 'PF', 'TNE', 'H87', 'IE'] as const;

/** What the organisation lends: the list, each line to be taken back, and a form for one more. */
export function ResourceEditor({
  resources,
  problem,
}: {
  resources: MemberResource[];
  problem?: ProblemDocument;
}) {
  const { t } = useTranslation(['members', 'words']);
  const { number } = useWords();
  const countries = useCountries();
  const at = (name: string) => errorAt(problem, name);
  const none = { value: '', label: t('members:own.none') };
  return (
    <>
      {resources.length > 0 && (
        <ul className="mb-6 border-t border-ink">
          {resources.map((resource) => (
            <li key={resource.id} className="flex flex-wrap items-baseline gap-x-4 border-b border-rule py-2">
              <span className="font-medium">{t(`words:resource.${resource.kind}`)}</span>
              <span className="grow text-sm text-faded">
                {[
                  resource.city,
                  countries.name(resource.country),
                  resource.temperatureClass && t(`words:temperature.${resource.temperatureClass}`),
                  resource.capacity &&
                    t(`words:unit.${resource.capacity.unit}`, {
                      count: resource.capacity.amount,
                      amount: number(resource.capacity.amount),
                    }),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
              <Form method="post">
                <input type="hidden" name="act" value="removeResource" />
                <input type="hidden" name="itemId" value={resource.id} />
                <ConfirmButton label={t('members:own.remove')} question={t('members:own.removeResource')} />
              </Form>
            </li>
          ))}
        </ul>
      )}
      <details open={problem !== undefined}>
        <summary className="link mb-3 w-fit">{t('members:own.addResource')}</summary>
        <Form method="post" className="grid gap-4 sm:grid-cols-2">
          <input type="hidden" name="act" value="addResource" />
          <SelectField
            name="kind"
            label={t('members:resources.kind')}
            error={at('kind')}
            options={kinds.map((kind) => ({ value: kind, label: t(`words:resource.${kind}`) }))}
          />
          <SelectField
            name="country"
            label={t('members:form.country')}
            error={at('country')}
            defaultValue="CN"
            options={countries.options()}
          />
          <TextField name="city" label={t('members:form.city')} error={at('city')} required maxLength={100} />
          <SelectField
            name="temperatureClass"
            label={t('members:resources.temperature')}
            error={at('temperatureClass')}
            options={[
              none,
              ...temperatures.map((one) => ({ value: one, label: t(`words:temperature.${one}`) })),
            ]}
          />
          <TextField
            name="capacity.amount"
            label={t('members:own.amount')}
            error={at('capacity.amount')}
            inputMode="numeric"
            maxLength={10}
          />
          <SelectField
            name="capacity.unit"
            label={t('members:own.unit')}
            error={at('capacity.unit')}
            options={units.map((unit) => ({ value: unit, label: t(`words:unitName.${unit}`) }))}
          />
          {profileLanguages.slice(0, 2).map((tag) => (
            <TextArea
              key={tag}
              name={`descriptions.${tag}`}
              lang={tag}
              label={t(`members:form.about.${tag}`)}
              error={at(`descriptions.${tag}`)}
              maxLength={2000}
            />
          ))}
          <TextField
            name="contact.person"
            label={t('members:page.person')}
            error={at('contact.person')}
            maxLength={100}
          />
          <TextField
            name="contact.email"
            type="email"
            label={t('members:page.email')}
            error={at('contact.email')}
            maxLength={200}
          />
          <div className="sm:col-span-2">
            <Button look="main">{t('members:own.add')}</Button>
          </div>
        </Form>
      </details>
    </>
  );
}
