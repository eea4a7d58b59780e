import type { ProblemDocument, SigningBoard } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { Form, Link } from 'react-router';
import { Button } from '../../ui/button.tsx';
import { ConfirmButton } from '../../ui/confirm-button.tsx';
import { useCountries } from '../../ui/countries.ts';
import { ExportLinks } from '../../ui/export-links.tsx';
import { SelectField, TextField } from '../../ui/fields.tsx';
import { errorAt, ProblemNote } from '../../ui/problem-note.tsx';
import { Section } from '../../ui/section.tsx';
import { Table } from '../../ui/table.tsx';
import { useWords } from '../../ui/text.ts';
import { currencies } from '../catalogue/vocabulary.ts';
import { Tiers, tiers } from './tiers.tsx';
import { useBoard } from './use-board.ts';

type Sums = SigningBoard['tiers'];

/** The signing board, live: four figures that are never added together, and what they are made of. */
export function BoardPage(props: {
  board: SigningBoard;
  /** For a hall: figures alone, as large as they can be. */
  screen: boolean;
  keeps: boolean;
  /** The reader may see products: observers see totals alone. */
  seesProducts: boolean;
  problem?: ProblemDocument;
}) {
  const { t } = useTranslation('board');
  const { number } = useWords();
  const { board, open } = useBoard(props.board);
  return (
    <article>
      <title>{t('title')}</title>
      <div className="mb-5 flex flex-wrap items-end justify-between gap-x-8 gap-y-2">
        <h1 className={props.screen ? 'text-5xl' : 'text-4xl'}>{t('title')}</h1>
        <p role="status" className="flex flex-wrap gap-x-5 gap-y-2 text-sm text-faded">
          <span>{open ? t('live') : t('still')}</span>
          <Link to={props.screen ? '/board/signing' : '?screen=1'} className="link print:hidden">
            {props.screen ? t('page') : t('screen')}
          </Link>
        </p>
      </div>
      <Tiers board={board} size={props.screen ? 'screen' : 'page'} />
      {!props.screen && (
        <p className="-mt-3 mb-7 flex flex-wrap gap-x-5 gap-y-2 print:hidden">
          <Link to="/board/ceremonies" className="link">
            {t('ceremonies')}
          </Link>
          <Link to="/board/countries" className="link">
            {t('toCountries')}
          </Link>
          {props.seesProducts && (
            <Link to="/board/symbols" className="link">
              {t('toSymbols')}
            </Link>
          )}
        </p>
      )}
      <Headlines {...props} board={board} />
      <Latest board={board} />
      {!props.screen && (
        <>
          <Breakdowns board={board} />
          {board.head.seq > 0 && (
            <Section title={t('sheetTitle')} note={t('sheetNote')}>
              <ExportLinks path="/board/signing" query={new URLSearchParams()} />
            </Section>
          )}
          <Section title={t('chainTitle')} note={t('chainNote')}>
            <p className="tabular-nums">{t('entries', { count: board.head.seq })}</p>
            <p className="font-mono text-xs break-all text-faded">
              {number(board.head.seq)}:{board.head.hash}
            </p>
            <p className="mt-2">
              <Link to="/verify" className="link">
                {t('verify')}
              </Link>
            </p>
          </Section>
        </>
      )}
    </article>
  );
}

function Headlines(props: Parameters<typeof BoardPage>[0]) {
  const { t } = useTranslation('board');
  const { of, day, money } = useWords();
  const { board, problem } = props;
  if (board.headlines.length === 0 && (!props.keeps || props.screen)) return null;
  return (
    <Section title={t('headlinesTitle')} note={t('headlinesNote')}>
      <ul>
        {board.headlines.map((one) => (
          <li key={one.id} className="border-b border-rule py-2">
            <p>
              <span className="font-name text-lg">{of(one.texts)}</span>{' '}
              <span className="tabular-nums">≈ {money(one.amount, one.currency)}</span>
            </p>
            <p className="text-sm text-faded">
              {[t('announced', { day: day(one.announcedOn) }), one.source, t('unitemised')].join(' · ')}
            </p>
            {props.keeps && !props.screen && (
              <Form method="post" className="mt-1 print:hidden">
                <input type="hidden" name="act" value="remove" />
                <input type="hidden" name="id" value={one.id} />
                <ConfirmButton label={t('remove')} question={t('removeQuestion')} />
              </Form>
            )}
          </li>
        ))}
      </ul>
      {props.keeps && !props.screen && (
        <details className="mt-4 print:hidden" open={problem !== undefined}>
          <summary className="link w-fit">{t('announce')}</summary>
          <ProblemNote problem={problem} />
          <Form method="post" className="mt-3 grid max-w-3xl items-start gap-3 sm:grid-cols-2">
            <input type="hidden" name="act" value="announce" />
            <TextField
              name="texts.zh-CN"
              label={t('textChinese')}
              error={errorAt(problem, 'texts.zh-CN') ?? errorAt(problem, 'texts')}
              required
              maxLength={300}
            />
            <TextField
              name="texts.en"
              label={t('textEnglish')}
              error={errorAt(problem, 'texts.en')}
              maxLength={300}
            />
            <TextField
              name="amount"
              label={t('amount')}
              error={errorAt(problem, 'amount')}
              inputMode="decimal"
              required
              maxLength={20}
            />
            <SelectField
              name="currency"
              label={t('currency')}
              defaultValue="CNY"
              error={errorAt(problem, 'currency')}
              options={currencies.map((code) => ({ value: code, label: code }))}
            />
            <TextField
              name="announcedOn"
              type="date"
              label={t('announcedOn')}
              error={errorAt(problem, 'announcedOn')}
              required
            />
            <TextField
              name="source"
              label={t('source')}
              error={errorAt(problem, 'source')}
              required
              maxLength={500}
            />
            <p>
              <Button look="main">{t('announce')}</Button>
            </p>
          </Form>
        </details>
      )}
    </Section>
  );
}

function Latest({ board }: { board: SigningBoard }) {
  const { t } = useTranslation(['board', 'deals']);
  const { moment, money } = useWords();
  const countries = useCountries();
  return (
    <Section title={t('board:latestTitle')}>
      {board.latest.length === 0 ? (
        <p className="text-faded">{t('board:none')}</p>
      ) : (
        <ol aria-live="polite">
          {board.latest.map((one) => (
            <li key={one.seq} className="flex flex-wrap justify-between gap-x-6 border-b border-rule py-1.5">
              <span>
                {[t(`board:tier.${one.tier}`), t(`deals:kind.${one.kind}`), countries.name(one.market)].join(
                  ' · ',
                )}
              </span>
              <span className="tabular-nums">
                {one.cny !== null && <strong className="me-3">{money(one.cny, 'CNY')}</strong>}
                <time dateTime={one.at} className="text-sm text-faded">
                  {moment(one.at)}
                </time>
              </span>
            </li>
          ))}
        </ol>
      )}
    </Section>
  );
}

function Breakdowns({ board }: { board: SigningBoard }) {
  const { t } = useTranslation(['board', 'deals', 'words']);
  const { money, number } = useWords();
  const countries = useCountries();
  const table = (name: string, rows: { key: string; label: string; sums: Sums }[]) =>
    rows.length > 0 && (
      <Section key={name} title={t(`board:by.${name}`)}>
        <Table
          caption={t(`board:by.${name}`)}
          columns={[t(`board:of.${name}`), ...tiers.map((tier) => t(`board:tier.${tier}`))]}
          numeric={[1, 2, 3, 4]}
          stacks
          rows={rows.map(({ key, label, sums }) => ({
            key,
            cells: [
              label,
              ...tiers.map((tier) =>
                sums[tier].deals === 0 && sums[tier].cny === 0
                  ? ''
                  : `${money(sums[tier].cny, 'CNY')} (${number(sums[tier].deals)})`,
              ),
            ],
          }))}
        />
      </Section>
    );
  return (
    <>
      {table(
        'continent',
        board.byContinent.map(({ key, sums }) => ({ key, label: t(`board:continent.${key}`), sums })),
      )}
      {table(
        'country',
        board.byCountry.map(({ key, sums }) => ({ key, label: countries.name(key), sums })),
      )}
      {table(
        'industry',
        board.byIndustry.map(({ key, sums }) => ({
          key: key ?? '',
          label: key === null ? t('board:noCode') : t('board:chapter', { chapter: key }),
          sums,
        })),
      )}
      {table(
        'belt',
        board.byBelt.map(({ key, sums }) => ({ key, label: t(`board:belt.${key}`), sums })),
      )}
      {table(
        'field',
        board.byField.map(({ key, sums }) => ({ key, label: t(`board:field.${key}`), sums })),
      )}
      {table(
        'kind',
        board.byKind.map(({ key, sums }) => ({ key, label: t(`deals:kind.${key}`), sums })),
      )}
    </>
  );
}
