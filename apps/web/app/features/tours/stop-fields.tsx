import {
  storageClasses,
  tourCities,
  type OrganisationCard,
  type ProblemDocument,
  type Tour,
  type TourStop,
} from '@jiechuan/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { typedOr, type FormValues } from '../../platform/forms.ts';
import { CheckField, SelectField, TextField } from '../../ui/fields.tsx';
import { errorAt } from '../../ui/problem-note.tsx';
import { useWords } from '../../ui/text.ts';
import { useHours, usualWeekdays } from './tour-hours.ts';
import { clockOf, type CityPlace, cityOf } from './tour-values.ts';

/** How many spans of opening hours a form has room for; more that are there already stay. */
const spansAsked = 3;
const tongues = ['zh-CN', 'en', 'ru'];

/** What is asked of a stop, whether it is added or changed. What a host's profile tells is filled in. */
export function StopFields({
  tour,
  stop,
  hosts,
  cities,
  values,
  problem,
}: {
  tour: Tour;
  /** Null for a new one. */
  stop: TourStop | null;
  /** Whom one can choose from. */
  hosts: OrganisationCard[];
  cities: CityPlace[];
  values?: FormValues;
  problem?: ProblemDocument;
}) {
  const { t } = useTranslation('tours');
  const { of, tongue } = useWords();
  const { weekdays } = useHours();
  const filled = typedOr(values);
  const [host, setHost] = useState(filled('host', stop ? stop.organisationId : hosts[0]?.id));
  const card = hosts.find(({ id }) => id === host);
  const spoken = card?.languages.filter((tag) => tongues.includes(tag)) ?? [];
  const typed = values?.['languages'];
  const speaks = values
    ? [typed ?? []].flat()
    : (stop?.languages ?? (spoken.length > 0 ? spoken : ['zh-CN']));
  const spans = Math.max(spansAsked, stop?.hours.length ?? 0);
  return (
    <>
      <div className="grid items-start gap-4 sm:grid-cols-2 lg:grid-cols-3">
        {stop ? (
          <input type="hidden" name="host" value={stop.organisationId ?? ''} />
        ) : (
          <SelectField
            name="host"
            label={t('stop.host')}
            hint={t('stop.hostHint')}
            options={[
              { value: '', label: t('stop.freePlace') },
              ...hosts.map(({ id, names }) => ({ value: id, label: of(names) })),
            ]}
            value={host}
            onChange={(event) => setHost(event.target.value)}
          />
        )}
        {stop?.organisationId ? null : (
          <TextField
            name="name"
            label={t('stop.name')}
            hint={stop ? undefined : t('stop.nameHint')}
            defaultValue={filled('name', stop?.names['zh-CN'] ?? '')}
            error={errorAt(problem, 'name')}
            maxLength={200}
          />
        )}
        <SelectField
          name="city"
          label={t('stop.city')}
          options={tourCities.map((value) => ({ value, label: t(`city.${value}`) }))}
          key={`city${host}`}
          defaultValue={filled('city', stop?.city ?? cityOf(card?.place.code, cities) ?? tour.startCity)}
        />
        <TextField
          name="minutes"
          type="number"
          min={15}
          max={480}
          label={t('stop.minutes')}
          defaultValue={filled('minutes', stop?.minutes ?? 90)}
          error={errorAt(problem, 'minutes')}
          required
        />
        <TextField
          name="capacity"
          type="number"
          min={1}
          max={1000}
          label={t('stop.capacity')}
          hint={t('stop.capacityHint')}
          defaultValue={filled('capacity', stop?.capacity)}
          error={errorAt(problem, 'capacity')}
        />
        <SelectField
          name="wish"
          label={t('stop.wish')}
          options={['5', '4', '3', '2', '1'].map((value) => ({ value, label: value }))}
          defaultValue={filled('wish', stop?.wish ?? 3)}
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
          defaultValue={filled('samples', stop?.samples)}
        />
        <fieldset key={`tongues${host}`}>
          <legend className="mb-1 text-sm font-medium">{t('stop.languages')}</legend>
          {tongues.map((tag) => (
            <CheckField
              key={tag}
              name="languages[]"
              value={tag}
              label={tongue(tag)}
              defaultChecked={speaks.includes(tag)}
            />
          ))}
        </fieldset>
        <div className="self-center">
          <CheckField
            name="must"
            value="yes"
            label={t('stop.must')}
            defaultChecked={values ? values['must'] !== undefined : stop?.must}
          />
        </div>
      </div>
      <div className="mt-4 grid gap-4 lg:grid-cols-3">
        {Array.from({ length: spans }, (_, nth) => {
          const span = stop ? stop.hours[nth] : nth === 0 ? usualSpan : undefined;
          const days = span?.weekdays ?? '12345';
          const clock = (name: 'opens' | 'closes') => (
            <TextField
              name={`hours.${nth}.${name}`}
              type="time"
              label={t(`stop.${name}`)}
              defaultValue={filled(`hours.${nth}.${name}`, span && clockOf(span[name]))}
              error={errorAt(problem, `hours.${nth}.${name}`)}
              required={nth === 0}
            />
          );
          return (
            <fieldset key={nth} className="min-w-0">
              <legend className="mb-1 text-sm font-semibold">
                {nth === 0 ? t('stop.hours') : t('stop.moreHours', { nth: nth + 1 })}
              </legend>
              <div className="grid grid-cols-2 gap-x-3 gap-y-2">
                <SelectField
                  className="col-span-2"
                  name={`hours.${nth}.weekdays`}
                  label={t('stop.weekdays')}
                  options={[...new Set([days, ...usualWeekdays])]
                    .toSorted((a, b) => b.length - a.length || a.localeCompare(b))
                    .map((value) => ({ value, label: weekdays(value) }))}
                  defaultValue={filled(`hours.${nth}.weekdays`, days)}
                />
                {clock('opens')}
                {clock('closes')}
              </div>
            </fieldset>
          );
        })}
      </div>
    </>
  );
}

const usualSpan = { weekdays: '12345', opens: 540, closes: 1050 };
