import type { PlanAssumptions, ProblemDocument } from '@jiechuan/contract';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Form, useNavigation } from 'react-router';
import { incoterms } from '@jiechuan/contract/words';
import { currencies } from '../catalogue/vocabulary.ts';
import { decimalsOf, typedOf } from '../catalogue/product-values.ts';
import { Button } from '../../ui/button.tsx';
import { useCountries } from '../../ui/countries.ts';
import { DraftNote } from '../../ui/draft-note.tsx';
import { useDraft } from '../../ui/draft.ts';
import { CheckField, SelectField, TextField } from '../../ui/fields.tsx';
import { errorAt } from '../../ui/problem-note.tsx';
import { Section } from '../../ui/section.tsx';
import { useWords } from '../../ui/text.ts';
import { AssumptionFields } from './assumption-fields.tsx';
import type { PlanValues } from './plan-values.ts';
import { roadWishes } from '@jiechuan/contract/words';

/** A place of the network that goods can be sent to or kept away from. */
export interface HubChoice {
  code: string;
  names: Record<string, string>;
  country: string;
}

/** Prices an exporter names its goods at before the road. */
const ownTerms = ['EXW', 'FCA', 'FOB'] as const;

/** What a plan is asked for; `children` says of what and where to. Kept as a draft in the browser until it is sent. */
export function PlanForm(props: {
  draft: string;
  values: PlanValues;
  assumptions: PlanAssumptions;
  /** UN/CEFACT unit that the product is counted in, where the product is known. */
  unit: string | null;
  hubs: readonly HubChoice[];
  /** Where the goods go; places of other countries are no destinations. */
  market: string | null;
  problem?: ProblemDocument;
  send: string;
  children?: React.ReactNode;
}) {
  const { t } = useTranslation(['plans', 'words']);
  const { of, language } = useWords();
  const countries = useCountries();
  const draft = useDraft(props.draft);
  const sending = useNavigation().state === 'submitting';
  const { keep } = draft;
  const { values, problem, hubs } = props;
  useEffect(() => {
    if (problem) keep();
  });
  const at = (name: string) => errorAt(problem, name);
  const byName = hubs.toSorted((a, b) => of(a.names).localeCompare(of(b.names), language));
  const byCountry = Object.entries(Object.groupBy(byName, ({ country }) => country)).toSorted(([a], [b]) =>
    countries.name(a).localeCompare(countries.name(b), language),
  );
  const assumed = problem?.errors?.some(({ path }) => path.includes('assumptions.')) ?? false;
  return (
    <Form method="post" {...draft.form}>
      <DraftNote {...draft} />
      <Section title={t('plans:form.whatTitle')}>
        {props.children}
        <div className="mt-4 grid items-start gap-4 sm:grid-cols-3">
          <TextField
            name="quantity"
            label={
              props.unit
                ? t('plans:field.quantityIn', { unit: t(`words:quantity.${props.unit}`) })
                : t('plans:field.quantity')
            }
            hint={props.unit ? undefined : t('plans:field.quantityHint')}
            error={at('quantity')}
            defaultValue={values.quantity ?? ''}
            inputMode="numeric"
            maxLength={12}
            required
          />
          <TextField
            name="readyOn"
            type="date"
            label={t('plans:field.readyOn')}
            hint={t('plans:field.readyOnHint')}
            error={at('readyOn')}
            defaultValue={values.readyOn ?? ''}
          />
          <TextField
            name="setSize"
            label={t('plans:field.setSize')}
            hint={t('plans:field.setSizeHint')}
            error={at('setSize')}
            defaultValue={values.setSize ?? ''}
            inputMode="numeric"
            maxLength={6}
          />
        </div>
      </Section>
      <Section title={t('plans:form.freshTitle')} note={t('plans:form.freshNote')}>
        <div className="grid items-start gap-4 sm:grid-cols-3">
          <TextField
            name="lifeLeftDays"
            label={t('plans:field.lifeLeft')}
            hint={t('plans:field.lifeLeftHint')}
            error={at('lifeLeftDays')}
            defaultValue={values.lifeLeftDays ?? ''}
            inputMode="numeric"
            maxLength={6}
          />
          <TextField
            name="lifeAtArrivalDays"
            label={t('plans:field.lifeAtArrival')}
            hint={t('plans:field.lifeAtArrivalHint')}
            error={at('lifeAtArrivalDays')}
            defaultValue={values.lifeAtArrivalDays || ''}
            inputMode="numeric"
            maxLength={6}
          />
        </div>
      </Section>
      <Section title={t('plans:form.wayTitle')}>
        <div className="grid items-start gap-4 sm:grid-cols-3">
          <SelectField
            name="wish"
            label={t('plans:field.wish')}
            error={at('wish')}
            defaultValue={values.wish ?? 'balanced'}
            options={roadWishes.map((wish) => ({ value: wish, label: t(`plans:wish.${wish}`) }))}
          />
          <SelectField
            name="destination"
            label={t('plans:field.destination')}
            hint={t('plans:field.destinationHint')}
            error={at('destination')}
            defaultValue={values.destination ?? ''}
            options={[
              { value: '', label: t('plans:field.destinationAny') },
              ...byName
                .filter(({ country }) => (props.market ? country === props.market : country !== 'CN'))
                .map(({ code, names, country }) => ({
                  value: code,
                  label: props.market ? of(names) : `${countries.name(country)} · ${of(names)}`,
                })),
            ]}
          />
          <SelectField
            name="incoterm"
            label={t('plans:field.incoterm')}
            hint={t('plans:field.incotermHint')}
            error={at('incoterm')}
            defaultValue={values.incoterm ?? 'DAP'}
            options={incoterms.map((term) => ({
              value: term,
              label: `${term} · ${t(`plans:incoterm.${term}`)}`,
            }))}
          />
        </div>
        {values.road && (
          <div className="mt-4">
            <CheckField
              name="road"
              value={values.road}
              label={t('plans:field.keepRoad')}
              hint={t('plans:field.keepRoadHint')}
              defaultChecked
            />
          </div>
        )}
        {hubs.length > 0 && (
          <details className="mt-4" open={(values.avoidHubs?.length ?? 0) > 0}>
            <summary className="link w-fit">{t('plans:field.avoidHubs')}</summary>
            <p className="mt-1 text-sm text-faded">{t('plans:field.avoidHubsHint')}</p>
            <div className="mt-2 max-h-72 overflow-y-auto border border-rule px-3 py-2">
              {byCountry.map(([country, places = []]) => (
                <fieldset key={country} className="mb-2">
                  <legend className="text-sm font-medium">{countries.name(country)}</legend>
                  <div className="grid grid-cols-2 gap-x-6 sm:grid-cols-4">
                    {places.map(({ code, names }) => (
                      <CheckField
                        key={code}
                        name="avoidHubs[]"
                        value={code}
                        label={of(names)}
                        defaultChecked={values.avoidHubs?.includes(code)}
                      />
                    ))}
                  </div>
                </fieldset>
              ))}
            </div>
          </details>
        )}
      </Section>
      <Section title={t('plans:form.priceTitle')} note={t('plans:form.priceNote')}>
        <div className="grid items-start gap-4 sm:grid-cols-3">
          <TextField
            name="price.amount"
            label={t('plans:field.price')}
            hint={t('plans:field.priceHint')}
            error={at('price.amount') ?? at('price')}
            defaultValue={values.price ? typedOf(values.price.amount, decimalsOf(values.price.currency)) : ''}
            inputMode="decimal"
            maxLength={16}
          />
          <SelectField
            name="price.currency"
            label={t('plans:field.currency')}
            error={at('price.currency')}
            defaultValue={values.price?.currency ?? 'CNY'}
            options={currencies.map((code) => ({ value: code, label: code }))}
          />
          <SelectField
            name="price.incoterm"
            label={t('plans:field.priceTerm')}
            error={at('price.incoterm')}
            defaultValue={values.price?.incoterm ?? 'EXW'}
            options={ownTerms.map((term) => ({
              value: term,
              label: `${term} · ${t(`plans:incoterm.${term}`)}`,
            }))}
          />
        </div>
      </Section>
      <Section title={t('plans:form.assumptionsTitle')} note={t('plans:form.assumptionsNote')}>
        <details open={assumed}>
          <summary className="link w-fit">{t('plans:form.assumptionsOpen')}</summary>
          <input type="hidden" name="told" value="assumptions" />
          <div className="mt-3 space-y-6">
            <AssumptionFields
              groups={['way', 'trade', 'ships', 'borrow', 'build']}
              assumptions={props.assumptions}
              problem={problem}
            />
          </div>
        </details>
      </Section>
      <div className="sticky bottom-0 border-t border-rule bg-paper py-3 lg:ps-[13rem]">
        <Button look="main" disabled={sending}>
          {sending ? t('plans:form.sending') : props.send}
        </Button>
      </div>
    </Form>
  );
}
