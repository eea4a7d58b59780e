import type { diffVersions, listVersions, ResponseOf } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { Form, Link } from 'react-router';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ExportLinks } from '../../ui/export-links.tsx';
import { SelectField } from '../../ui/fields.tsx';
import { Pagination } from '../../ui/pagination.tsx';
import { Section } from '../../ui/section.tsx';
import { Table } from '../../ui/table.tsx';
import { useWords } from '../../ui/text.ts';

/** Who changed what, when; and what differs between any two versions. */
export function VersionHistory(props: {
  id: string;
  versions: ResponseOf<typeof listVersions>['items'];
  nextCursor: string | null;
  from: number;
  to: number;
  changes: ResponseOf<typeof diffVersions>['changes'];
}) {
  const { t } = useTranslation('catalogue');
  const { moment } = useWords();
  const options = props.versions.map(({ version }) => ({ value: String(version), label: String(version) }));
  return (
    <>
      <title>{t('versions.title')}</title>
      <p>
        <Link to={`/organisation/products/${props.id}`} className="link">
          {t('versions.back')}
        </Link>
      </p>
      <h1 className="mt-2 mb-6 text-3xl">{t('versions.title')}</h1>
      {props.versions.length > 1 && (
        <Section
          title={t('versions.diffTitle')}
          note={t('versions.diffNote', { from: props.from, to: props.to })}
        >
          <Form method="get" className="mb-4 flex flex-wrap items-end gap-3">
            <SelectField
              name="from"
              label={t('versions.from')}
              defaultValue={String(props.from)}
              options={options}
            />
            <SelectField
              name="to"
              label={t('versions.to')}
              defaultValue={String(props.to)}
              options={options}
            />
            <Button>{t('versions.compare')}</Button>
          </Form>
          {props.changes.length === 0 ? (
            <EmptyState title={t('versions.same')} />
          ) : (
            <Table
              stacks
              caption={t('versions.diffTitle')}
              columns={[t('versions.field'), t('versions.before'), t('versions.after')]}
              rows={props.changes.map(({ path, field, before, after }) => ({
                key: path,
                cells: [
                  field,
                  <del key="before" className="text-seal">
                    {readable(before)}
                  </del>,
                  <ins key="after" className="text-celadon-ink no-underline">
                    {readable(after)}
                  </ins>,
                ],
              }))}
            />
          )}
        </Section>
      )}
      <Section title={t('versions.allTitle')}>
        <ol className="border-t border-ink">
          {props.versions.map(({ version, at, by, state }) => (
            <li key={version} className="flex flex-wrap gap-x-4 border-b border-rule py-1.5 tabular-nums">
              <Link to={`?from=${Math.max(1, version - 1)}&to=${version}`} className="link w-24">
                {t('edit.version', { version })}
              </Link>
              <time dateTime={at} className="w-44">
                {moment(at)}
              </time>
              <span className="grow">{by === 'seed' ? t('versions.demo') : by}</span>
              <span className="text-faded">{t(`state.${state}`)}</span>
            </li>
          ))}
        </ol>
        <ExportLinks path={`/products/${props.id}/versions`} query={new URLSearchParams()} />
        <Pagination nextCursor={props.nextCursor} />
      </Section>
    </>
  );
}

/** A value as a person reads it: nothing as a dash, a structure as its JSON. */
function readable(value: unknown): string {
  if (value === null || value === undefined || value === '') return '—';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
