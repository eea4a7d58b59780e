import type { BoardTags } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { useCountries } from '../../ui/countries.ts';
import { Table } from '../../ui/table.tsx';
import { useWords } from '../../ui/text.ts';
import { SourceLine } from '../freight/source-line.tsx';

/** By what facts the tags are told: whose, of which day, how sure. */
export function TagSources({ tags }: { tags: BoardTags }) {
  const { t } = useTranslation(['board', 'reports']);
  const { day, list, language } = useWords();
  const countries = useCountries();
  // What changed is told apart, each with its own source; the rest is one list.
  const told = tags.beltAndRoad.filter(({ from, until }) => from !== null || until !== null);
  const listed = tags.beltAndRoad.filter(({ from, until }) => from === null && until === null);
  return (
    <details className="mt-8 border-t border-rule pt-3">
      <summary className="link w-fit">{t('reports:sources.title')}</summary>
      <p className="measure mt-3 text-sm text-faded">{t('reports:sources.note', { day: day(tags.asOf) })}</p>
      <h2 className="mt-5 mb-2 text-xl">{t('board:by.belt')}</h2>
      {listed[0] && (
        <p className="measure mb-3 text-sm">
          <SourceLine source={listed[0].source} /> · {t(`reports:confidence.${listed[0].confidence}`)}
          <span className="mt-1 block text-faded">
            {list(
              listed
                .map(({ country }) => countries.name(country))
                .toSorted((a, b) => a.localeCompare(b, language)),
            )}
          </span>
        </p>
      )}
      <Table
        caption={t('board:by.belt')}
        columns={[
          t('board:of.country'),
          t('reports:sources.counts'),
          t('reports:sources.source'),
          t('reports:sources.confidence'),
        ]}
        stacks
        rows={told.map((fact) => ({
          key: fact.country,
          cells: [
            countries.name(fact.country),
            fact.until === null
              ? t('reports:sources.from', { day: day(fact.from ?? tags.asOf) })
              : t('reports:sources.until', { day: day(fact.until) }),
            <SourceLine key="source" source={fact.source} />,
            t(`reports:confidence.${fact.confidence}`),
          ],
        }))}
      />
      <h2 className="mt-6 mb-2 text-xl">{t('board:by.field')}</h2>
      <Table
        caption={t('board:by.field')}
        columns={[
          t('board:of.field'),
          t('reports:sources.codes'),
          t('reports:sources.source'),
          t('reports:sources.confidence'),
        ]}
        stacks
        rows={tags.fields.map((fact) => ({
          key: fact.field,
          cells: [
            t(`board:field.${fact.field}`),
            <span key="codes" className="tabular-nums">
              {fact.hs6.map((code) => `${code.slice(0, 4)}.${code.slice(4)}`).join(' ')}
            </span>,
            <span key="source">
              <SourceLine source={fact.source} />
              <span className="block">
                <SourceLine source={fact.codes} />
              </span>
            </span>,
            t(`reports:confidence.${fact.confidence}`),
          ],
        }))}
      />
    </details>
  );
}
