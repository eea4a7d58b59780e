import type { Hub, ProblemDocument } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { Form } from 'react-router';
import { typedOr, type FormValues } from '../../platform/forms.ts';
import { Button } from '../../ui/button.tsx';
import { useCountries } from '../../ui/countries.ts';
import { CheckField, SelectField, TextField } from '../../ui/fields.tsx';
import { errorAt, ProblemNote } from '../../ui/problem-note.tsx';
import { useWords } from '../../ui/text.ts';
import { hubKinds, temperatureClasses } from '@jiechuan/contract/words';

/** Languages whose names are asked for; names in others stay as they are. */
const ours = ['zh-CN', 'en', 'ru'] as const;

/** Everything of a hub that people write; storage is in fen, as the contract has it. */
export function HubForm(props: {
  /** The hub to be changed; null: a new one. */
  hub: Hub | null;
  /** What was typed, where it was refused. */
  values?: FormValues;
  problem?: ProblemDocument;
}) {
  const { hub, values, problem } = props;
  const { t } = useTranslation(['freight', 'words']);
  const { tongue } = useWords();
  const countries = useCountries();
  const at = (name: string) => errorAt(problem, name);
  const filled = typedOr(values);
  const text = (
    name: string,
    label: string,
    known: string | number | null | undefined,
    more: Partial<React.ComponentProps<typeof TextField>> = {},
  ) => <TextField name={name} label={label} defaultValue={filled(name, known)} error={at(name)} {...more} />;
  const chosen = values
    ? ((values['temperatureClasses'] ?? []) as string[])
    : (hub?.temperatureClasses ?? ['ambient']);
  const languages = [...new Set([...ours, ...Object.keys(hub?.names ?? {})])];
  return (
    <Form method="post" className="grid items-start gap-4 sm:grid-cols-2">
      <div className="sm:col-span-2">
        <ProblemNote problem={problem} />
      </div>
      {hub && <input type="hidden" name="version" value={hub.version} />}
      {!hub &&
        text('code', t('freight:hub.code'), null, {
          hint: t('freight:hubForm.codeHint'),
          required: true,
          maxLength: 120,
          className: 'sm:col-span-2',
        })}
      {languages.map((tag) => (
        <TextField
          key={tag}
          name={`names.${tag}`}
          label={t('freight:hubForm.name', { language: tongue(tag === 'zh-CN' ? 'zh' : tag) })}
          lang={tag}
          defaultValue={filled(`names.${tag}`, hub?.names[tag])}
          error={at(`names.${tag}`) ?? (tag === 'zh-CN' ? at('names') : undefined)}
          required={tag === 'zh-CN' || tag === 'en'}
          maxLength={100}
        />
      ))}
      <SelectField
        name="kind"
        label={t('freight:hubForm.kind')}
        defaultValue={filled('kind', hub?.kind ?? 'city')}
        options={hubKinds.map((kind) => ({ value: kind, label: t(`words:hubKind.${kind}`) }))}
      />
      <SelectField
        name="country"
        label={t('freight:hubForm.country')}
        defaultValue={filled('country', hub?.country ?? 'CN')}
        error={at('country')}
        options={countries.options()}
      />
      {text('zone', t('freight:hubForm.zone'), hub?.zone, {
        hint: t('freight:hubForm.zoneHint'),
        required: true,
        maxLength: 60,
      })}
      {text('latitude', t('freight:hubForm.latitude'), hub?.latitude, {
        hint: t('freight:hubForm.degrees'),
        inputMode: 'decimal',
        required: true,
      })}
      {text('longitude', t('freight:hubForm.longitude'), hub?.longitude, {
        hint: t('freight:hubForm.degrees'),
        inputMode: 'decimal',
        required: true,
      })}
      {text('unlocode', t('freight:hub.unlocode'), hub?.unlocode, {
        hint: t('freight:hubForm.example', { code: 'PLLOD' }),
        maxLength: 6,
      })}
      {text('iata', t('freight:hub.iata'), hub?.iata, {
        hint: t('freight:hubForm.example', { code: 'CTU' }),
        maxLength: 3,
      })}
      {text('minTransferMinutes', t('freight:hubForm.transfer'), hub?.minTransferMinutes, {
        inputMode: 'numeric',
        required: true,
      })}
      {text('storageFenPerTonneDay', t('freight:hubForm.storage'), hub?.storageFenPerTonneDay, {
        inputMode: 'numeric',
        required: true,
      })}
      <fieldset className="sm:col-span-2">
        <legend className="mb-1 text-sm font-medium">{t('freight:hub.temperatures')}</legend>
        <div className="flex flex-wrap gap-x-6 gap-y-1">
          {temperatureClasses.map((one) => (
            <CheckField
              key={one}
              name="temperatureClasses[]"
              value={one}
              label={t(`words:temperature.${one}`)}
              defaultChecked={chosen.includes(one)}
            />
          ))}
        </div>
        {at('temperatureClasses') && <p className="mt-1 text-sm text-seal">{at('temperatureClasses')}</p>}
      </fieldset>
      {text('source.title', t('freight:source'), hub?.source.title, {
        required: true,
        maxLength: 300,
        className: 'sm:col-span-2',
      })}
      {text('source.url', t('freight:form.sourceUrl'), hub?.source.url, { type: 'url' })}
      {text('source.date', t('freight:form.sourceDate'), hub?.source.date, { type: 'date' })}
      <SelectField
        name="confidence"
        label={t('freight:services.confidence')}
        defaultValue={filled('confidence', hub?.confidence ?? 'estimated')}
        options={(['published', 'estimated'] as const).map((one) => ({
          value: one,
          label: t(`words:confidence.${one}`),
        }))}
      />
      {hub && (
        <SelectField
          name="state"
          label={t('freight:form.state')}
          hint={t('freight:hubForm.stateHint')}
          defaultValue={filled('state', hub.state)}
          options={(['active', 'retired'] as const).map((one) => ({
            value: one,
            label: t(`words:freightState.${one}`),
          }))}
        />
      )}
      <p className="sm:col-span-2">
        <Button look="main">{t(hub ? 'freight:form.save' : 'freight:hubForm.add')}</Button>
      </p>
    </Form>
  );
}
