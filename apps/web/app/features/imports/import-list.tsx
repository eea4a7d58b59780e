import type { listImports, ProblemDocument, ResponseOf } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { Badge } from '../../ui/badge.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ExportLinks } from '../../ui/export-links.tsx';
import { SelectField } from '../../ui/fields.tsx';
import { ListForm } from '../../ui/list-form.tsx';
import { NoneFound } from '../../ui/none-found.tsx';
import { Pagination } from '../../ui/pagination.tsx';
import { Section } from '../../ui/section.tsx';
import { Table } from '../../ui/table.tsx';
import { useWords } from '../../ui/text.ts';
import { UploadForm } from './upload-form.tsx';

const states = ['uploaded', 'checking', 'checked', 'running', 'done', 'failed'] as const;

/** Bringing in a product list: a new file, and what became of the earlier ones. */
export function ImportList(props: { found: ResponseOf<typeof listImports>; problem?: ProblemDocument }) {
  const { t } = useTranslation('imports');
  const { moment, number, language } = useWords();
  const { items, nextCursor, total } = props.found;
  const narrowed = useSearchParams()[0].has('state');
  return (
    <>
      <title>{t('list.title')}</title>
      <h1 className="mb-6 text-3xl">{t('list.title')}</h1>
      <Section title={t('upload.title')} note={t('upload.note')}>
        <UploadForm problem={props.problem} />
        <p className="mt-4 text-sm">
          <a href={`/api/v1/imports/template?language=${language}`} className="link" download>
            {t('upload.template')}
          </a>
        </p>
      </Section>
      <Section
        title={t('list.earlierTitle')}
        note={<span role="status">{t('list.count', { count: total })}</span>}
      >
        {(items.length > 0 || narrowed) && <Narrowing />}
        {items.length === 0 && narrowed ? (
          <NoneFound title={t('list.noneFit')}>{t('list.noneFitAdvice')}</NoneFound>
        ) : items.length === 0 ? (
          <EmptyState title={t('list.empty')}>{t('list.emptyAdvice')}</EmptyState>
        ) : (
          <Table
            stacks
            caption={t('list.earlierTitle')}
            columns={[t('list.file'), t('list.state'), t('list.good'), t('list.bad'), t('list.when')]}
            numeric={[2, 3]}
            rows={items.map((one) => ({
              key: one.id,
              cells: [
                <Link key="file" to={one.id} className="link">
                  {one.fileName}
                </Link>,
                <Badge
                  key="state"
                  tone={one.state === 'failed' ? 'seal' : one.state === 'done' ? 'celadon' : 'plain'}
                >
                  {t(`state.${one.state}`)}
                </Badge>,
                number(one.progress.good),
                number(one.progress.bad),
                moment(one.createdAt),
              ],
            }))}
          />
        )}
        <Pagination nextCursor={nextCursor} />
        {items.length > 0 && <ExportLinks path="/imports" />}
      </Section>
    </>
  );
}

/** Which of them, in which order. */
function Narrowing() {
  const { t } = useTranslation(['imports', 'common']);
  const [search] = useSearchParams();
  const [state, sort] = [search.get('state') ?? '', search.get('sort') ?? 'newest'];
  return (
    <ListForm label={t('imports:list.narrow')}>
      <div className="mb-4 flex flex-wrap items-end gap-3">
        <SelectField
          key={`state ${state}`}
          name="state"
          label={t('imports:list.state')}
          defaultValue={state}
          options={[
            { value: '', label: t('imports:list.any') },
            ...states.map((one) => ({ value: one, label: t(`imports:state.${one}`) })),
          ]}
        />
        <SelectField
          key={`sort ${sort}`}
          name="sort"
          label={t('imports:list.sort')}
          defaultValue={sort}
          options={[
            { value: 'newest', label: t('imports:list.sortNewest') },
            { value: 'file', label: t('imports:list.sortFile') },
          ]}
        />
        <noscript>
          <button className="min-h-9 border border-field px-3">{t('common:list.apply')}</button>
        </noscript>
      </div>
    </ListForm>
  );
}
