import { transportModes, type ProblemDocument } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { Form, Link } from 'react-router';
import { Button } from '../../ui/button.tsx';
import { SearchField, SelectField, TextField } from '../../ui/fields.tsx';
import { errorAt, ProblemNote } from '../../ui/problem-note.tsx';
import { useWords } from '../../ui/text.ts';
import { legsIn } from './parties-values.ts';

interface Named {
  id: string;
  names: Record<string, string>;
}

export interface PartiesFormProps {
  shipment: { id: string; reference: string; version: number };
  /** Members that can be chosen: who has a part already, and whom the words found. */
  members: Named[];
  hubs: Named[];
  /** What stands in the fields, by their names. */
  values: Record<string, string>;
  /** How many members the words found, and how many more than can be chosen below; null where none were looked for. */
  found: { shown: number; more: number } | null;
  /** What was asked for just now, which is gone on with. */
  done?: 'find' | 'add';
  problem?: ProblemDocument;
}

/** The button that was pressed is another now: what came of it is gone on with. */
const takeFocus = (one: HTMLElement | null) => one?.focus();

/** Legs of one road at most. */
const mostLegs = 20;

/** Says who a shipment goes to, who moves it and which way: parties are looked for by name, legs are added and taken out. */
export function PartiesForm(props: PartiesFormProps) {
  const { t } = useTranslation(['shipments', 'words']);
  const { of, number } = useWords();
  const { shipment, members, values, found, done, problem } = props;
  const title = t('shipments:parties.title', { reference: shipment.reference });
  const legs = legsIn(values);
  const party = (name: string, label: string) => (
    <SelectField
      name={name}
      label={label}
      defaultValue={values[name] ?? ''}
      error={errorAt(problem, name)}
      options={[
        { value: '', label: t('shipments:parties.none') },
        ...members.map(({ id, names }) => ({ value: id, label: of(names) })),
      ]}
    />
  );
  return (
    <>
      <title>{title}</title>
      <p>
        <Link to={`/shipments/${shipment.id}`} className="link">
          {t('shipments:change.back')}
        </Link>
      </p>
      <h1 className="mt-2 text-3xl wrap-anywhere">{title}</h1>
      <p className="measure mt-2 mb-6 text-faded">{t('shipments:parties.lead')}</p>
      <ProblemNote problem={problem} />
      <Form method="post" key={JSON.stringify([values, members])} className="max-w-3xl">
        {/* What was read first: looking for somebody or adding a leg doesn't take over what others have changed meanwhile. */}
        <input type="hidden" name="version" value={values['version'] ?? shipment.version} />
        {/* Enter presses the first button, which loses nothing. */}
        <fieldset>
          <legend className="mb-2 font-medium">{t('shipments:parties.who')}</legend>
          <div className="flex flex-wrap items-end gap-3">
            <SearchField name="find" label={t('shipments:parties.find')} defaultValue={values['find']} />
            <Button name="act" value="find" formNoValidate>
              {t('shipments:parties.search')}
            </Button>
          </div>
          {found !== null && (
            <p
              role="status"
              tabIndex={-1}
              ref={done === 'find' ? takeFocus : null}
              className="mt-2 text-sm text-faded outline-none"
            >
              {found.shown === 0
                ? t('shipments:parties.noneFound')
                : t('shipments:parties.found', { count: found.shown })}
              {found.more > 0 && (
                <span className="block">{t('shipments:parties.more', { number: number(found.more) })}</span>
              )}
            </p>
          )}
          <div className="mt-4 grid items-start gap-4 sm:grid-cols-2">
            {party('consigneeOrganisationId', t('shipments:consignee'))}
            {party('carrierOrganisationId', t('shipments:carrier'))}
          </div>
        </fieldset>
        <fieldset className="mt-6 border-t border-rule pt-3">
          <legend className="pe-3 font-medium">{t('shipments:page.roadTitle')}</legend>
          <p className="measure mb-3 text-sm text-faded">{t('shipments:parties.roadNote')}</p>
          {legs.map((_, at) => (
            <LegFields key={at} {...props} at={at} takesFocus={done === 'add' && at === legs.length - 1} />
          ))}
          {legs.length < mostLegs && (
            <Button name="act" value="add" formNoValidate>
              {t('shipments:parties.add')}
            </Button>
          )}
        </fieldset>
        <p className="mt-6">
          <Button look="main" name="act" value="save">
            {t('shipments:change.save')}
          </Button>
        </p>
      </Form>
    </>
  );
}

function LegFields({
  values,
  hubs,
  problem,
  at,
  takesFocus,
}: PartiesFormProps & { at: number; takesFocus: boolean }) {
  const { t } = useTranslation(['shipments', 'words']);
  const { of } = useWords();
  const name = (field: string) => `road.${at}.${field}`;
  const field = (which: string) => ({
    name: name(which),
    defaultValue: values[name(which)] ?? '',
    error: errorAt(problem, name(which)),
  });
  const places = [
    { value: '', label: t('shipments:parties.choose') },
    ...hubs.map((hub) => ({ value: hub.id, label: of(hub.names) })),
  ];
  return (
    <fieldset
      ref={takesFocus ? takeFocus : null}
      tabIndex={-1}
      className="mb-5 border-s-2 border-rule ps-4 outline-none"
    >
      <legend className="pb-2 text-sm font-medium">{t('shipments:parties.leg', { number: at + 1 })}</legend>
      <input type="hidden" name={name('service')} value={values[name('service')] ?? ''} />
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <SelectField
          {...field('mode')}
          label={t('shipments:road.mode')}
          options={transportModes.map((mode) => ({ value: mode, label: t(`words:mode.${mode}`) }))}
        />
        <span className="max-sm:hidden" />
        <SelectField {...field('fromHubId')} label={t('shipments:road.from')} options={places} required />
        <SelectField {...field('toHubId')} label={t('shipments:road.to')} options={places} required />
        <TextField
          {...field('departsAt')}
          type="datetime-local"
          label={t('shipments:parties.departs')}
          required
        />
        <TextField
          {...field('arrivesAt')}
          type="datetime-local"
          label={t('shipments:parties.arrives')}
          required
        />
        <p className="sm:col-span-2">
          <Button name="act" value={`out.${at}`} formNoValidate>
            {t('shipments:parties.takeOut', { number: at + 1 })}
          </Button>
        </p>
      </div>
    </fieldset>
  );
}
