import {
  storageClasses,
  tourCities,
  type OrganisationCard,
  type ProblemDocument,
  type Tour,
} from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { Form } from 'react-router';
import { typedOr, type FormValues } from '../../platform/forms.ts';
import { Button } from '../../ui/button.tsx';
import { CheckField, SearchField, SelectField, TextField } from '../../ui/fields.tsx';
import { errorAt } from '../../ui/problem-note.tsx';
import { useWords } from '../../ui/text.ts';

/** Adds a host that was found in the directory, or a place by its name. */
export function StopForm({
  tour,
  hosts,
  query,
  values,
  problem,
}: {
  tour: Tour;
  /** What the directory found. */
  hosts: OrganisationCard[];
  query: string;
  values?: FormValues;
  problem?: ProblemDocument;
}) {
  const { t } = useTranslation(['tours', 'words']);
  const { of, tongue } = useWords();
  const filled = typedOr(values);
  return (
    <div id="add">
      <Form method="get" role="search" aria-label={t('stop.find')} className="flex flex-wrap items-end gap-3">
        <SearchField name="host" label={t('stop.find')} defaultValue={query} />
        <Button>{t('stop.search')}</Button>
      </Form>
      <Form method="post" className="mt-4" key={`${tour.stops.length}/${query}`}>
        <input type="hidden" name="act" value="add" />
        <div className="grid items-start gap-4 sm:grid-cols-2 lg:grid-cols-3">
          <SelectField
            name="host"
            label={t('stop.host')}
            hint={t('stop.hostHint')}
            options={[
              { value: '', label: t('stop.freePlace') },
              ...hosts.map(({ id, names }) => ({ value: id, label: of(names) })),
            ]}
            defaultValue={filled('host', hosts[0]?.id)}
          />
          <TextField
            name="name"
            label={t('stop.name')}
            hint={t('stop.nameHint')}
            defaultValue={filled('name', '')}
            error={errorAt(problem, 'name')}
            maxLength={200}
          />
          <SelectField
            name="city"
            label={t('stop.city')}
            options={tourCities.map((value) => ({ value, label: t(`city.${value}`) }))}
            defaultValue={filled('city', tour.startCity)}
          />
          <TextField
            name="minutes"
            type="number"
            min={15}
            max={480}
            label={t('stop.minutes')}
            defaultValue={filled('minutes', 90)}
            error={errorAt(problem, 'minutes')}
            required
          />
          <SelectField
            name="weekdays"
            label={t('stop.weekdays')}
            options={[
              { value: '12345', label: t('stop.mondayToFriday') },
              { value: '123456', label: t('stop.mondayToSaturday') },
              { value: '1234567', label: t('stop.everyDay') },
            ]}
            defaultValue={filled('weekdays', '12345')}
          />
          <div className="grid grid-cols-2 gap-3">
            <TextField
              name="opens"
              type="time"
              label={t('stop.opens')}
              defaultValue={filled('opens', '09:00')}
              required
            />
            <TextField
              name="closes"
              type="time"
              label={t('stop.closes')}
              defaultValue={filled('closes', '17:30')}
              error={errorAt(problem, 'hours.0.closes')}
              required
            />
          </div>
          <TextField
            name="capacity"
            type="number"
            min={1}
            max={1000}
            label={t('stop.capacity')}
            hint={t('stop.capacityHint')}
            defaultValue={filled('capacity', '')}
            error={errorAt(problem, 'capacity')}
          />
          <SelectField
            name="wish"
            label={t('stop.wish')}
            options={['5', '4', '3', '2', '1'].map((value) => ({ value, label: value }))}
            defaultValue={filled('wish', 3)}
          />
          <SelectField
            name="samples"
            label={t('stop.samples')}
            options={[
              { value: '', label: t('stop.noSamples') },
              ...storageClasses
                .filter((one) => one !== 'none')
                .map((value) => ({ value, label: t(`samples.${value}`) })),
            ]}
            defaultValue={filled('samples', '')}
          />
          <fieldset>
            <legend className="mb-1 text-sm font-medium">{t('stop.languages')}</legend>
            {['zh-CN', 'en', 'ru'].map((tag) => (
              <CheckField
                key={tag}
                name="languages[]"
                value={tag}
                label={tongue(tag)}
                defaultChecked={tag === 'zh-CN'}
              />
            ))}
          </fieldset>
          <div className="self-center">
            <CheckField name="must" value="yes" label={t('stop.must')} />
          </div>
        </div>
        <p className="mt-4">
          <Button>{t('stop.add')}</Button>
        </p>
      </Form>
    </div>
  );
}
