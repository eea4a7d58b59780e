import type { ProblemDocument, SheetOutcome } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { Form, Link } from 'react-router';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/fields.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { Section } from '../../ui/section.tsx';
import { Table } from '../../ui/table.tsx';
import { useWords } from '../../ui/text.ts';

/** Services from a sheet: look first, then import; every bad cell is named. */
export function ServiceImportPage({
  outcome,
  problem,
}: {
  outcome?: SheetOutcome;
  problem?: ProblemDocument;
}) {
  const { t } = useTranslation('freight');
  return (
    <>
      <title>{t('import.title')}</title>
      <div className="ledger-rule pt-4 pb-6">
        <h1 className="text-3xl">{t('import.title')}</h1>
        <p className="measure mt-2 text-faded">{t('import.lead')}</p>
      </div>
      <Section title={t('import.fileTitle')}>
        <ProblemNote problem={problem} />
        <Form
          method="post"
          encType="multipart/form-data"
          className="flex flex-wrap items-end gap-3 border border-dashed border-field p-5"
        >
          <TextField
            name="file"
            type="file"
            accept=".csv,.txt,text/csv"
            label={t('import.file')}
            required
            className="grow"
          />
          <Button name="act" value="look">
            {t('import.look')}
          </Button>
          <Button name="act" value="import" look="main">
            {t('import.go')}
          </Button>
        </Form>
        <p className="mt-3 text-sm">
          <a href="/api/v1/freight/services/export.csv" className="link" download>
            {t('import.shape')}
          </a>
        </p>
      </Section>
      {outcome && <Outcome outcome={outcome} />}
      <p className="text-sm">
        <Link to="/freight" className="link">
          {t('quote.network')}
        </Link>
      </p>
    </>
  );
}

function Outcome({ outcome }: { outcome: SheetOutcome }) {
  const { t } = useTranslation(['freight', 'words']);
  const { number } = useWords();
  const counts = {
    created: number(outcome.created),
    changed: number(outcome.changed),
    unchanged: number(outcome.unchanged),
  };
  const verdict =
    outcome.faultCount > 0
      ? t('freight:import.bad', { count: outcome.faultCount })
      : outcome.applied
        ? t('freight:import.done', counts)
        : t('freight:import.would', counts);
  return (
    <Section
      title={t('freight:import.outcomeTitle')}
      note={t('freight:import.rows', { count: outcome.rows })}
    >
      <p role="status" className={`mb-4 text-lg font-medium ${outcome.faultCount > 0 ? 'text-seal' : ''}`}>
        {verdict}
      </p>
      {outcome.faults.length > 0 && (
        <Table
          caption={t('freight:import.faults')}
          columns={[
            t('freight:import.row'),
            t('freight:import.column'),
            t('freight:import.value'),
            t('freight:import.wrong'),
          ]}
          rows={outcome.faults.map((fault) => ({
            key: `${fault.row}${fault.column}${fault.code}`,
            cells: [number(fault.row), fault.column, fault.value, fault.message],
          }))}
        />
      )}
      {outcome.faults.length === 0 && (
        <Table
          caption={t('freight:import.preview')}
          columns={[t('freight:import.row'), t('freight:hub.code'), t('freight:import.outcomeTitle')]}
          rows={outcome.preview.map((one) => ({
            key: one.code,
            cells: [number(one.row), one.code, t(`words:sheetOutcome.${one.outcome}`)],
          }))}
        />
      )}
    </Section>
  );
}
