import type { listImports, ProblemDocument, ResponseOf } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Badge } from '../../ui/badge.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Pagination } from '../../ui/pagination.tsx';
import { Section } from '../../ui/section.tsx';
import { Table } from '../../ui/table.tsx';
import { useWords } from '../../ui/text.ts';
import { UploadForm } from './upload-form.tsx';

/** Bringing in a product list: a new file, and what became of the earlier ones. */
export function ImportList(props: { found: ResponseOf<typeof listImports>; problem?: ProblemDocument }) {
  const { t } = useTranslation('imports');
  const { moment, number, language } = useWords();
  const { items, nextCursor } = props.found;
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
      <Section title={t('list.earlierTitle')}>
        {items.length === 0 ? (
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
      </Section>
    </>
  );
}
