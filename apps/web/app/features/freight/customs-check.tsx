import type { checkCustomsMode, listCustomsModes, ResponseOf } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { Form, useSearchParams } from 'react-router';
import { Button } from '../../ui/button.tsx';
import { SelectField, TextField } from '../../ui/fields.tsx';
import { Table } from '../../ui/table.tsx';
import { useWords } from '../../ui/text.ts';
import { SourceLine } from './source-line.tsx';

type Modes = ResponseOf<typeof listCustomsModes>['items'];

/** What is known of the export; what is left open stays unknown. */
export function CustomsForm({ modes }: { modes: Modes }) {
  const { t } = useTranslation('freight');
  const [search] = useSearchParams();
  const was = (name: string) => search.get(name) ?? '';
  const open = { value: '', label: t('customs.untold') };
  const yesNo = [open, { value: 'true', label: t('yes') }, { value: 'false', label: t('no') }];
  return (
    <Form method="get" preventScrollReset className="grid gap-4 sm:grid-cols-3">
      <SelectField
        name="mode"
        label={t('customs.mode')}
        defaultValue={was('mode')}
        options={modes.map(({ mode, name }) => ({ value: mode, label: t('customs.named', { mode, name }) }))}
      />
      <TextField
        name="valueUsd"
        label={t('customs.value')}
        type="number"
        min={0}
        step="0.01"
        inputMode="decimal"
        required
        defaultValue={was('valueUsd')}
      />
      <SelectField
        name="buyer"
        label={t('customs.buyer')}
        defaultValue={was('buyer')}
        options={[
          open,
          { value: 'consumer', label: t('customs.consumer') },
          { value: 'business', label: t('customs.business') },
        ]}
      />
      <SelectField
        name="warehouse"
        label={t('customs.warehouse')}
        defaultValue={was('warehouse')}
        options={[
          open,
          { value: 'none', label: t('customs.noWarehouse') },
          { value: 'overseas', label: t('customs.overseas') },
          { value: 'bonded', label: t('customs.bonded') },
        ]}
      />
      <SelectField
        name="platform"
        label={t('customs.platform')}
        defaultValue={was('platform')}
        options={yesNo}
      />
      <SelectField
        name="marketCluster"
        label={t('customs.cluster')}
        defaultValue={was('marketCluster')}
        options={yesNo}
      />
      <SelectField
        name="restricted"
        label={t('customs.restricted')}
        defaultValue={was('restricted')}
        options={yesNo}
      />
      <p className="self-end sm:col-span-3">
        <Button look="main">{t('customs.check')}</Button>
      </p>
    </Form>
  );
}

/** Fits, refused or not known yet, with every reason. */
export function CustomsOutcome({ check }: { check: ResponseOf<typeof checkCustomsMode> }) {
  const { t } = useTranslation('freight');
  const { mode, name } = check.rule;
  const tone = check.outcome === 'fits' ? '' : 'text-seal';
  const verdict = {
    fits: t('customs.fits', { mode, name }),
    refused: t('customs.refused', { mode, name }),
    unknown: t('customs.unknown', { mode, name }),
  }[check.outcome];
  const group = (title: string, items: { code: string; message: string }[]) =>
    items.length > 0 && (
      <>
        <p className="mt-2 text-sm font-medium">{title}</p>
        <ul className="list-disc ps-5">
          {items.map(({ code, message }) => (
            <li key={code}>{message}</li>
          ))}
        </ul>
      </>
    );
  return (
    <div className="mb-6 border-s-4 border-rule ps-4">
      <p role="status" className={`text-lg font-medium ${tone}`}>
        {verdict}
      </p>
      {group(t('customs.reasons'), check.reasons)}
      {group(t('customs.toTell'), check.unknowns)}
      {group(t('customs.conditions'), check.rule.conditions)}
    </div>
  );
}

/** All modes beside one another. */
export function CustomsTable({ modes }: { modes: Modes }) {
  const { t } = useTranslation('freight');
  const { money } = useWords();
  return (
    <details className="mt-6 text-sm">
      <summary className="link w-fit">{t('customs.all')}</summary>
      <div className="mt-3">
        <Table
          stacks
          caption={t('customs.all')}
          columns={[t('customs.mode'), t('customs.what'), t('customs.limit'), t('source')]}
          rows={modes.map(({ mode, name, what, limit, source }) => ({
            key: mode,
            cells: [
              t('customs.named', { mode, name }),
              what,
              limit ? money(limit.amount, limit.currency) : t('customs.noLimit'),
              <SourceLine key="source" source={source} />,
            ],
          }))}
        />
      </div>
    </details>
  );
}
