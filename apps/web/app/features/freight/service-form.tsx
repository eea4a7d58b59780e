import type { FreightService, ProblemDocument } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { Form } from 'react-router';
import { typedOr, type FormValues } from '../../platform/forms.ts';
import { Button } from '../../ui/button.tsx';
import { CheckField, SelectField, TextArea, TextField } from '../../ui/fields.tsx';
import { errorAt, ProblemNote } from '../../ui/problem-note.tsx';

const classes = ['ambient', 'cool', 'chilled', 'frozen'] as const;

/** Everything of a service that can be edited; amounts are in the currency's minor unit, as the contract has them. */
export function ServiceForm(props: {
  service: FreightService;
  /** What was typed, where it was refused. */
  values?: FormValues;
  problem?: ProblemDocument;
}) {
  const { service, values, problem } = props;
  const { t } = useTranslation(['freight', 'words']);
  const at = (name: string) => errorAt(problem, name);
  const filled = typedOr(values);
  const classesNow = values ? ((values['temperatureClasses'] ?? []) as string[]) : service.temperatureClasses;
  const { tariff, source } = service;
  const number = (name: string, label: string, value: number | null, hint?: string) => (
    <TextField
      name={name}
      label={label}
      hint={hint}
      inputMode="numeric"
      defaultValue={filled(name, value)}
      error={at(name)}
    />
  );
  const sure = (name: string, label: string, value: string) => (
    <SelectField
      name={name}
      label={label}
      defaultValue={filled(name, value)}
      options={(['published', 'estimated'] as const).map((one) => ({
        value: one,
        label: t(`words:confidence.${one}`),
      }))}
    />
  );
  return (
    <Form method="post" className="grid gap-4 sm:grid-cols-2">
      <div className="sm:col-span-2">
        <ProblemNote problem={problem} />
      </div>
      <input type="hidden" name="version" value={service.version} />
      <TextField
        name="weekdays"
        label={t('freight:form.weekdays')}
        hint={t('freight:form.weekdaysHint')}
        defaultValue={filled('weekdays', service.weekdays.join(' '))}
        error={at('weekdays')}
      />
      <TextField
        name="departure"
        label={t('freight:form.departure')}
        hint={service.from.zone}
        defaultValue={filled('departure', service.departure)}
        error={at('departure')}
      />
      {number('durationMinutes', t('freight:form.duration'), service.durationMinutes)}
      {number('distanceKm', t('freight:form.distance'), service.distanceKm, t('freight:form.distanceHint'))}
      <TextField
        name="operator"
        label={t('freight:hub.operator')}
        defaultValue={filled('operator', service.operator)}
        error={at('operator')}
      />
      {number(
        'capacityKg',
        t('freight:service.capacity'),
        service.capacityKg,
        t('freight:form.capacityHint'),
      )}
      <TextField
        name="tariff.currency"
        label={t('freight:form.currency')}
        defaultValue={filled('tariff.currency', tariff.currency)}
        error={at('tariff.currency')}
      />
      {number('tariff.perKg', t('freight:service.perKg'), tariff.perKg, t('freight:form.minor'))}
      {number('tariff.perM3', t('freight:service.perM3'), tariff.perM3, t('freight:form.minor'))}
      {number(
        'tariff.perContainer',
        t('freight:service.perContainer'),
        tariff.perContainer,
        t('freight:form.minor'),
      )}
      {number('tariff.minimum', t('freight:service.minimum'), tariff.minimum, t('freight:form.minor'))}
      {number(
        'tariff.reeferSurchargePermille',
        t('freight:service.reefer'),
        tariff.reeferSurchargePermille,
        t('freight:form.permille'),
      )}
      <fieldset>
        <legend className="mb-1 text-sm font-medium">{t('freight:hub.temperatures')}</legend>
        {classes.map((one) => (
          <CheckField
            key={one}
            name="temperatureClasses[]"
            value={one}
            label={t(`words:temperature.${one}`)}
            defaultChecked={classesNow.includes(one)}
          />
        ))}
      </fieldset>
      <fieldset>
        <legend className="mb-1 text-sm font-medium">{t('freight:form.takes')}</legend>
        <CheckField
          name="batteries"
          value="yes"
          label={t('freight:service.batteries')}
          defaultChecked={values ? values['batteries'] === 'yes' : service.batteries}
        />
        <CheckField
          name="dangerous"
          value="yes"
          label={t('freight:service.dangerous')}
          defaultChecked={values ? values['dangerous'] === 'yes' : service.dangerous}
        />
      </fieldset>
      <TextField
        name="validFrom"
        type="date"
        label={t('freight:form.validFrom')}
        defaultValue={filled('validFrom', service.validFrom)}
        error={at('validFrom')}
      />
      <TextField
        name="validUntil"
        type="date"
        label={t('freight:form.validUntil')}
        defaultValue={filled('validUntil', service.validUntil)}
        error={at('validUntil')}
      />
      <TextField
        name="source.title"
        label={t('freight:source')}
        defaultValue={filled('source.title', source.title)}
        error={at('source.title')}
        className="sm:col-span-2"
      />
      <TextField
        name="source.url"
        type="url"
        label={t('freight:form.sourceUrl')}
        defaultValue={filled('source.url', source.url)}
        error={at('source.url')}
      />
      <TextField
        name="source.date"
        type="date"
        label={t('freight:form.sourceDate')}
        defaultValue={filled('source.date', source.date)}
        error={at('source.date')}
      />
      {sure('confidence', t('freight:services.confidence'), service.confidence)}
      {sure('scheduleConfidence', t('freight:service.schedule'), service.scheduleConfidence)}
      {sure('priceConfidence', t('freight:form.priceConfidence'), service.priceConfidence)}
      <SelectField
        name="state"
        label={t('freight:form.state')}
        defaultValue={filled('state', service.state)}
        options={(['active', 'retired'] as const).map((one) => ({
          value: one,
          label: t(`words:freightState.${one}`),
        }))}
      />
      <TextArea
        name="note"
        label={t('freight:service.note')}
        defaultValue={filled('note', service.note)}
        error={at('note')}
        className="sm:col-span-2"
      />
      <p className="sm:col-span-2">
        <Button look="main">{t('freight:form.save')}</Button>
      </p>
    </Form>
  );
}
