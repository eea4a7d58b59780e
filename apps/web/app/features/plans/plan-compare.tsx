import type { comparePlans, ResponseOf } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useCountries } from '../../ui/countries.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Section } from '../../ui/section.tsx';
import { Table } from '../../ui/table.tsx';
import { inLanguage, useWords } from '../../ui/text.ts';

type Compared = ResponseOf<typeof comparePlans>;

/** Two versions, or two plans, side by side: the figures, what was asked for otherwise, which rules came out otherwise. */
export function PlanCompare({ id, compared }: { id: string; compared: Compared }) {
  const { t } = useTranslation('plans');
  const { day, language } = useWords();
  const countries = useCountries();
  const { left, right, changes, checks } = compared;
  const figures = useFigures();
  // Of one plan a version comes before the other; of two plans neither does.
  const two = left.planId !== right.planId;
  const [one, other] = two
    ? [t('compare.this'), t('compare.other')]
    : [t('compare.before'), t('compare.after')];
  const head = (side: Compared['left']) => {
    const name = inLanguage(side.product.names, language);
    return (
      <Link to={`/plans/${side.planId}?number=${side.version}`} className="link">
        {two && (
          <>
            <span lang={name.lang}>{name.text}</span> → {countries.name(side.market)}
            {' · '}
          </>
        )}
        {t('page.version', { version: side.version })}
        {' · '}
        {day(side.on)}
      </Link>
    );
  };
  return (
    <>
      <title>{t('compare.title')}</title>
      <p>
        <Link to={`/plans/${id}/versions`} className="link">
          {t('compare.back')}
        </Link>
      </p>
      <h1 className="mt-2 mb-6 text-3xl">{t('compare.title')}</h1>
      <Section title={t('compare.figuresTitle')}>
        <div className="grid grid-cols-1 gap-x-6 pb-3 sm:grid-cols-2">
          <p>
            {one}: {head(left)}
          </p>
          <p>
            {other}: {head(right)}
          </p>
        </div>
        <Table
          caption={t('compare.figuresTitle')}
          columns={[t('compare.figure'), one, other, t('compare.difference')]}
          numeric={[1, 2, 3]}
          rows={figures(left, right)}
        />
      </Section>
      <Section title={t('compare.askedTitle')}>
        {changes.length === 0 ? (
          <EmptyState title={t('compare.sameAsked')} />
        ) : (
          <Table
            caption={t('compare.askedTitle')}
            columns={[t('compare.field'), one, other]}
            rows={changes.map(({ path, field, before, after }) => ({
              key: path,
              cells: [
                field,
                <Value key="before" path={path} value={before} />,
                <Value key="after" path={path} value={after} />,
              ],
            }))}
          />
        )}
      </Section>
      <Section title={t('compare.rulesTitle')}>
        {checks.length === 0 ? (
          <EmptyState title={t('compare.sameRules')} />
        ) : (
          <Table
            caption={t('compare.rulesTitle')}
            columns={[t('compare.rule'), one, other]}
            rows={checks.map(({ code, before, after }) => ({
              key: code,
              cells: [
                <span key="code" className="font-mono">
                  {code}
                </span>,
                before ? t(`outcome.${before}`) : t('compare.notAsked'),
                after ? t(`outcome.${after}`) : t('compare.notAsked'),
              ],
            }))}
          />
        )}
      </Section>
    </>
  );
}

/** Rows of figures, each with its difference where it is a number. */
function useFigures() {
  const { t } = useTranslation('plans');
  const { number, money, language } = useWords();
  const countries = useCountries();
  const signed = (value: number, text: string) => (value > 0 ? `+${text}` : text);
  return (left: Compared['left'], right: Compared['right']) => {
    const row = (
      name: string,
      of: (side: Compared['left']) => number | null,
      word: (value: number) => string,
    ) => {
      const [a, b] = [of(left), of(right)];
      const tell = (value: number | null) => (value === null ? '—' : word(value));
      return {
        key: name,
        cells: [
          name,
          tell(a),
          tell(b),
          a === null || b === null || a === b ? '' : signed(b - a, word(b - a)),
        ],
      };
    };
    const words = (name: string, of: (side: Compared['left']) => string) => ({
      key: name,
      cells: [name, of(left), of(right), ''],
    });
    const yuan = (fen: number) => money(fen, 'CNY');
    const days = (count: number) =>
      new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(count);
    return [
      words(t('list.verdict'), ({ verdict }) => t(`verdict.${verdict}Title`)),
      ...(left.market === right.market
        ? []
        : [words(t('field.market'), ({ market }) => countries.name(market))]),
      row(t('field.quantity'), ({ quantity }) => quantity, number),
      row(t('road.days'), ({ daysTenths }) => daysTenths && daysTenths / 10, days),
      row(t('road.lifeLeft'), ({ lifeLeftDays }) => lifeLeftDays, number),
      row(t('road.cost'), ({ costFen }) => costFen, yuan),
      row(t('road.co2e'), ({ co2eGrams }) => co2eGrams && Math.round(co2eGrams / 1000), number),
      row(t('figure.perUnit'), ({ perUnitFen }) => perUnitFen, yuan),
      row(t('figure.shelfPrice'), ({ shelfPriceFen }) => shelfPriceFen, yuan),
      row(t('compare.gaps'), ({ gaps }) => gaps, number),
    ];
  };
}

/** A value as it was typed: money kept in fen and shares kept in millionths are put back. */
function Value({ path, value }: { path: string; value: unknown }) {
  const { t } = useTranslation('plans');
  const { money, percent, number, list } = useWords();
  if (value === null || value === undefined || value === '') return '—';
  if (Array.isArray(value)) return value.length === 0 ? '—' : list(value.map(String));
  if (typeof value !== 'number') return path === 'wish' ? t(`wish.${String(value)}`) : String(value);
  if (path.endsWith('Fen')) return money(value, 'CNY');
  if (path.endsWith('Ppm')) return percent(value);
  return number(value);
}
