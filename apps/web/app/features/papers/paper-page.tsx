import { paperSpeaksOf, type PaperDetail, type PaperPage, type ProblemDocument } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { Form, Link } from 'react-router';
import type { FormValues } from '../../platform/forms.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button, buttonLook } from '../../ui/button.tsx';
import { useCountries } from '../../ui/countries.ts';
import { Facts } from '../../ui/facts.tsx';
import { SelectField, TextArea, TextField } from '../../ui/fields.tsx';
import { errorAt, ProblemNote } from '../../ui/problem-note.tsx';
import { Section } from '../../ui/section.tsx';
import { Table } from '../../ui/table.tsx';
import { useWords } from '../../ui/text.ts';
import { PaperForm } from './paper-form.tsx';
import { stateTone } from './state-tone.ts';

export interface Refused {
  problem?: ProblemDocument;
  act?: string;
  values?: FormValues;
}
export type Councils = { id: string; names: Record<string, string> }[];

/** A paper: how it stands, what contradicts or is missing, what to do now, what it says. */
export function PaperView(props: { paper: PaperPage; councils: Councils } & Refused) {
  const { t } = useTranslation('papers');
  const { of, money, weight, number } = useWords();
  const { paper, problem, act, values } = props;
  const { kind, state, totals, currency, reader } = paper;
  const { prices, weights } = paperSpeaksOf[kind];
  const title = t(`kind.${kind}`);
  const writes = reader === 'seller' && state === 'draft';
  const application = kind === 'originApplication' || kind === 'carnetApplication';
  return (
    <>
      <title>{t('pageTitle', { kind: title, number: paper.number })}</title>
      <div className="ledger-rule pt-4 pb-6">
        <p className="text-sm">
          <Link to={reader === 'council' ? '/papers' : `/deals/${paper.dealId}/papers`} className="link">
            {reader === 'council' ? t('applications.title') : t('backToPapers')}
          </Link>
        </p>
        <h1 className="mt-1 text-3xl">{title}</h1>
        <p className="mt-2 flex flex-wrap items-baseline gap-x-4 gap-y-1">
          <Badge tone={stateTone[state]}>{t(`state.${state}`)}</Badge>
          <span className="tabular-nums">{paper.number}</span>
          <span className="text-faded">
            {t('between', { seller: of(paper.seller), buyer: of(paper.buyer) })}
          </span>
        </p>
        <p className="mt-3 flex flex-wrap gap-x-6 text-2xl tabular-nums">
          {prices && totals.amountMinor !== null && <span>{money(totals.amountMinor, currency)}</span>}
          {weights && totals.grossGrams !== null && (
            <span>{t('grossIs', { weight: weight(totals.grossGrams) })}</span>
          )}
          {weights && totals.packages !== null && (
            <span>{t('packagesAre', { count: totals.packages, number: number(totals.packages) })}</span>
          )}
        </p>
        {application && <p className="measure mt-2 text-faded">{t(`notAForm.${kind}`)}</p>}
        <p className="mt-4 flex flex-wrap gap-3">
          <a
            href={`/api/v1/papers/${paper.id}/document`}
            className={buttonLook('plain')}
            target="_blank"
            rel="noreferrer"
          >
            {state === 'draft' ? t('preview') : t('pdf')}
          </a>
          <a href={`/api/v1/papers/${paper.id}/sheet.csv`} className={buttonLook('plain')} download>
            {t('csv')}
          </a>
          <a href={`/api/v1/papers/${paper.id}/sheet.xlsx`} className={buttonLook('plain')} download>
            {t('xlsx')}
          </a>
          {!application && state !== 'draft' && (
            <a href={`/api/v1/papers/${paper.id}/ubl`} className={buttonLook('plain')} download>
              {t('ubl')}
            </a>
          )}
        </p>
      </div>
      {act !== 'save' && <ProblemNote problem={problem} />}
      <Contradictions paper={paper} />
      <Next {...props} application={application} />
      {writes ? (
        <Section title={t('draftTitle')} note={t('draftNote')}>
          <PaperForm
            paper={paper}
            problem={act === 'save' ? problem : undefined}
            values={act === 'save' ? values : undefined}
          />
        </Section>
      ) : (
        <Said paper={paper} />
      )}
    </>
  );
}

function Contradictions({ paper }: { paper: PaperPage }) {
  const { t } = useTranslation(['papers', 'words']);
  const { money, weight, number } = useWords();
  const { contradictions, currency } = paper;
  if (contradictions.length === 0) return null;
  const shown = (field: string, value: string | number | null): string =>
    value === null
      ? '–'
      : field === 'unit'
        ? t(`words:quantity.${value}`)
        : field === 'packageKind'
          ? t(`papers:package.${value}`)
          : field.endsWith('Minor')
            ? money(Number(value), currency)
            : field.endsWith('Grams')
              ? weight(Number(value))
              : typeof value === 'number'
                ? number(value)
                : value;
  return (
    <Section title={t('papers:contradictionsTitle')} note={t('papers:contradictionsNote')}>
      <Table
        caption={t('papers:contradictionsTitle')}
        columns={[
          t('papers:contradiction.where'),
          t('papers:contradiction.what'),
          t('papers:contradiction.expected'),
          t('papers:contradiction.found'),
        ]}
        rows={contradictions.map(({ line, field, expected, found }) => ({
          key: `${line} ${field}`,
          cells: [
            line === null ? t('papers:whole') : t('papers:line', { number: line }),
            t(`papers:field.${field}`),
            shown(field, expected),
            <strong key="found" className="text-seal">
              {shown(field, found)}
            </strong>,
          ],
        }))}
        stacks
      />
    </Section>
  );
}

/** What its reader can do with it now, or waits for. */
function Next(props: { paper: PaperPage; councils: Councils; application: boolean } & Refused) {
  const { t } = useTranslation('papers');
  const { list } = useWords();
  const { paper, application } = props;
  const { state, reader, version, missing, withoutHs6, unpacked } = paper;
  const hidden = <input type="hidden" name="version" value={version} />;
  // What lies with a council that has left can be taken back.
  const left = reader === 'seller' && state === 'submitted' && paper.council?.answers === false;
  const lacking = [
    ...(missing.length > 0
      ? [t('lackDetails', { details: list(missing.map((name) => t(`detail.${name}`))) })]
      : []),
    ...(withoutHs6.length > 0 ? [t('lackHs6', { lines: list(withoutHs6.map(String)) })] : []),
    ...(unpacked.length > 0 ? [t('lackPacking', { lines: list(unpacked.map(String)) })] : []),
    ...(paper.contradictions.length > 0 ? [t('lackAgreement')] : []),
  ];
  return (
    <Section title={t('nextTitle')}>
      {paper.council && <Council paper={paper} />}
      {reader === 'seller' && state === 'draft' && (
        <>
          {lacking.length > 0 ? (
            <ul className="mb-3 list-disc border-s-4 border-seal bg-alarm-wash py-3 ps-8 pe-4">
              {lacking.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          ) : (
            <p className="mb-3">{t('agrees')}</p>
          )}
        </>
      )}
      {reader === 'seller' && state === 'issued' && application && <Submission {...props} />}
      {reader === 'seller' && (state === 'issued' || state === 'returned' || left) && (
        <Form method="post" className="mt-3">
          {hidden}
          <Button name="act" value="recall" look={state === 'issued' ? 'plain' : 'main'}>
            {t('recall')}
          </Button>
        </Form>
      )}
      {reader === 'council' && state === 'submitted' && <Answers {...props} />}
      <p className="measure mt-3 text-sm text-faded">
        {left ? t('next.councilLeft') : t(`next.${reader}.${state}`)}
      </p>
    </Section>
  );
}

function Council({ paper: { council, state } }: { paper: PaperPage }) {
  const { t } = useTranslation('papers');
  const { of, moment } = useWords();
  if (!council) return null;
  return (
    <div className="mb-4 border-s-4 border-celadon ps-4">
      <p className="font-medium">{of(council.names)}</p>
      <p className="text-sm text-faded">{t('sentOn', { at: moment(council.submittedAt) })}</p>
      {council.certificateNumber && (
        <p className="mt-1 tabular-nums">{t('certificateIs', { number: council.certificateNumber })}</p>
      )}
      {council.answeredAt && state !== 'submitted' && (
        <p className="text-sm text-faded">{t('answeredOn', { at: moment(council.answeredAt) })}</p>
      )}
      {council.note && <p className="measure mt-1 whitespace-pre-line">{council.note}</p>}
    </div>
  );
}

function Submission({ paper, councils, problem }: { paper: PaperPage; councils: Councils } & Refused) {
  const { t } = useTranslation('papers');
  const { of } = useWords();
  if (councils.length === 0) return <p>{t('noCouncil')}</p>;
  return (
    <Form method="post" className="flex flex-wrap items-end gap-3">
      <input type="hidden" name="version" value={paper.version} />
      <SelectField
        name="councilId"
        label={t('council')}
        error={errorAt(problem, 'councilId')}
        options={councils.map(({ id, names }) => ({ value: id, label: of(names) }))}
        className="w-80 max-w-full"
      />
      <Button name="act" value="submit" look="main">
        {t('submit')}
      </Button>
    </Form>
  );
}

function Answers({ paper, problem, act }: { paper: PaperPage } & Refused) {
  const { t } = useTranslation('papers');
  const hidden = <input type="hidden" name="version" value={paper.version} />;
  return (
    <div className="grid gap-6 sm:grid-cols-2">
      <Form method="post" className="grid content-start gap-3">
        {hidden}
        <TextField
          name="certificateNumber"
          label={t('certificateNumber')}
          error={act === 'certify' ? errorAt(problem, 'certificateNumber') : undefined}
          required
          maxLength={40}
        />
        <p>
          <Button name="act" value="certify" look="main">
            {t('certify')}
          </Button>
        </p>
      </Form>
      <Form method="post" className="grid content-start gap-3">
        {hidden}
        <TextArea
          name="note"
          label={t('reason')}
          error={act === 'return' ? errorAt(problem, 'note') : undefined}
          required
          maxLength={1000}
          rows={3}
        />
        <p>
          <Button name="act" value="return">
            {t('sendBack')}
          </Button>
        </p>
      </Form>
    </div>
  );
}

/** What a fixed paper says: its lines, then its details. */
function Said({ paper }: { paper: PaperPage }) {
  const { t, i18n } = useTranslation(['papers', 'words']);
  const { money, weight, number, day, list } = useWords();
  const countries = useCountries();
  const { kind, content, currency, contract } = paper;
  const { prices, weights, details: known } = paperSpeaksOf[kind];
  const { details } = content;
  const detail = (name: PaperDetail): React.ReactNode => {
    const value = details[name];
    if (value === null || value.length === 0) return null;
    if (Array.isArray(value)) return list(value.map(countries.name));
    if (name === 'destination') return countries.name(value);
    if (name === 'date' || name === 'validUntil' || name === 'returnBy') return day(value);
    if (name === 'transport' || name === 'certificate' || name === 'purpose')
      return t(`papers:${name}.${value}`);
    return <span className="whitespace-pre-line">{value}</span>;
  };
  const zh = i18n.language === 'zh-CN';
  return (
    <>
      <Section title={t('papers:goodsTitle')}>
        <Table
          caption={t('papers:goodsTitle')}
          columns={[
            t('papers:column.description'),
            t('papers:column.hs6'),
            t('papers:column.quantity'),
            ...(prices ? [t('papers:column.unitPrice'), t('papers:column.amount')] : []),
            ...(weights
              ? [t('papers:column.packages'), t('papers:column.net'), t('papers:column.gross')]
              : []),
          ]}
          numeric={prices && weights ? [2, 3, 4, 5, 6, 7] : prices ? [2, 3, 4] : [2, 3, 4, 5]}
          rows={content.lines.map((line) => ({
            key: String(line.line),
            cells: [
              zh ? line.description.zh : line.description.other,
              line.hs6 ?? '–',
              t('papers:quantityOf', {
                number: number(line.quantity),
                unit: t(`words:quantity.${line.unit}`),
              }),
              ...(prices
                ? [
                    line.unitPriceMinor === null ? '–' : money(line.unitPriceMinor, currency),
                    line.unitPriceMinor === null ? '–' : money(line.unitPriceMinor * line.quantity, currency),
                  ]
                : []),
              ...(weights
                ? [
                    line.packages === null || line.packageKind === null
                      ? '–'
                      : t('papers:packedIn', {
                          number: number(line.packages),
                          kind: t(`papers:package.${line.packageKind}`),
                        }),
                    line.netGrams === null ? '–' : weight(line.netGrams),
                    line.grossGrams === null ? '–' : weight(line.grossGrams),
                  ]
                : []),
            ],
          }))}
          stacks
        />
      </Section>
      <Section title={t('papers:detailsTitle')}>
        <Facts
          facts={[
            [
              t('papers:contract'),
              paper.reader === 'council' ? (
                contract.number
              ) : (
                <Link key="contract" to={`/deals/${paper.dealId}/contract`} className="link">
                  {contract.number}
                </Link>
              ),
            ],
            ...known.map((name): [string, React.ReactNode] => [t(`papers:detail.${name}`), detail(name)]),
          ]}
        />
      </Section>
    </>
  );
}
