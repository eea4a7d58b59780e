import {
  carnetPurposes,
  originCertificates,
  packageKinds,
  paperSpeaksOf,
  paperTransports,
  type PaperDetail,
  type PaperPage,
  type ProblemDocument,
} from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { Form } from 'react-router';
import { typedOr, type FormValues } from '../../platform/forms.ts';
import { Button } from '../../ui/button.tsx';
import { useCountries } from '../../ui/countries.ts';
import { SelectField, TextArea, TextField } from '../../ui/fields.tsx';
import { errorAt, ProblemNote } from '../../ui/problem-note.tsx';
import { useWords } from '../../ui/text.ts';
import { majorOf } from '../contracts/terms-values.ts';
import { kilogramsOf } from './paper-values.ts';

const days = new Set<PaperDetail>(['date', 'validUntil', 'returnBy']);
/** What is written in lines, and how much of it; the rest is short. */
const most: Partial<Record<PaperDetail, number>> = {
  sellerAddress: 300,
  buyerAddress: 300,
  consignee: 300,
  notify: 300,
  producer: 300,
  marks: 500,
  bank: 500,
  remarks: 1000,
};

/** A draft as its seller writes it: details, lines, totals that were weighed or counted. */
export function PaperForm({
  paper,
  problem,
  values,
}: {
  paper: PaperPage;
  problem?: ProblemDocument;
  values?: FormValues;
}) {
  const { t } = useTranslation(['papers', 'words']);
  const { tongue } = useWords();
  const { kind, content, currency, language } = paper;
  const { prices, weights, details, needed } = paperSpeaksOf[kind];
  const typed = typedOr(values);
  const ready = [paper.missing, paper.withoutHs6, paper.unpacked, paper.contradictions].every(
    (some) => some.length === 0,
  );
  const field = (name: string, known: string | null, body = name) => ({
    name,
    defaultValue: typed(name, known),
    error: errorAt(problem, body),
  });
  return (
    <Form method="post" className="grid gap-6">
      <ProblemNote problem={problem} />
      <input type="hidden" name="version" value={paper.version} />
      <div className="grid gap-4 sm:grid-cols-2">
        {details.map((name) => (
          <Detail
            key={name}
            {...{ name, content }}
            field={field}
            label={
              needed.includes(name)
                ? t('papers:neededDetail', { detail: t(`papers:detail.${name}`) })
                : t(`papers:detail.${name}`)
            }
          />
        ))}
      </div>
      {content.lines.map((line, at) => (
        <fieldset key={line.line} className="border-b border-rule pb-5">
          <legend className="mb-2 font-medium">{t('papers:line', { number: line.line })}</legend>
          <div className="grid gap-4 sm:grid-cols-2">
            <TextField
              label={t('papers:descriptionIn', { tongue: tongue('zh-CN') })}
              maxLength={300}
              required
              {...field(`lines.${at}.description.zh`, line.description.zh)}
            />
            <TextField
              label={t('papers:descriptionIn', { tongue: tongue(language) })}
              maxLength={300}
              required
              {...field(`lines.${at}.description.other`, line.description.other)}
            />
          </div>
          <div className="mt-4 grid gap-4 sm:grid-cols-3 lg:grid-cols-4">
            <TextField
              label={t('papers:hs6')}
              inputMode="numeric"
              maxLength={6}
              {...field(`lines.${at}.hs6`, line.hs6)}
            />
            <TextField
              label={t('papers:quantityIn', { unit: t(`words:quantity.${line.unit}`) })}
              inputMode="numeric"
              required
              {...field(`lines.${at}.quantity`, String(line.quantity))}
            />
            {prices && (
              <TextField
                label={t('papers:unitPriceIn', { currency })}
                inputMode="decimal"
                required
                {...field(
                  `lines.${at}.unitPrice`,
                  line.unitPriceMinor === null ? null : majorOf(line.unitPriceMinor, currency),
                  `lines.${at}.unitPriceMinor`,
                )}
              />
            )}
            {weights && (
              <>
                <TextField
                  label={t('papers:net')}
                  inputMode="decimal"
                  {...field(`lines.${at}.net`, kilogramsOf(line.netGrams), `lines.${at}.netGrams`)}
                />
                <TextField
                  label={t('papers:gross')}
                  inputMode="decimal"
                  {...field(`lines.${at}.gross`, kilogramsOf(line.grossGrams), `lines.${at}.grossGrams`)}
                />
                <TextField
                  label={t('papers:packages')}
                  inputMode="numeric"
                  {...field(`lines.${at}.packages`, line.packages === null ? null : String(line.packages))}
                />
                <SelectField
                  label={t('papers:packageKind')}
                  options={[
                    { value: '', label: t('papers:unsaid') },
                    ...packageKinds.map((value) => ({ value, label: t(`papers:package.${value}`) })),
                  ]}
                  {...field(`lines.${at}.packageKind`, line.packageKind)}
                />
              </>
            )}
          </div>
        </fieldset>
      ))}
      <fieldset>
        <legend className="font-medium">{t('papers:statedTitle')}</legend>
        <p className="mb-3 text-sm text-faded">{t('papers:statedNote')}</p>
        <div className="grid gap-4 sm:grid-cols-3">
          {prices && (
            <TextField
              label={t('papers:amountIn', { currency })}
              inputMode="decimal"
              {...field(
                'totals.amount',
                content.totals.amountMinor === null ? null : majorOf(content.totals.amountMinor, currency),
                'totals.amountMinor',
              )}
            />
          )}
          {weights && (
            <>
              <TextField
                label={t('papers:net')}
                inputMode="decimal"
                {...field('totals.net', kilogramsOf(content.totals.netGrams), 'totals.netGrams')}
              />
              <TextField
                label={t('papers:gross')}
                inputMode="decimal"
                {...field('totals.gross', kilogramsOf(content.totals.grossGrams), 'totals.grossGrams')}
              />
              <TextField
                label={t('papers:packages')}
                inputMode="numeric"
                {...field(
                  'totals.packages',
                  content.totals.packages === null ? null : String(content.totals.packages),
                )}
              />
            </>
          )}
        </div>
      </fieldset>
      <p className="flex flex-wrap gap-3">
        <Button name="act" value="save" look={ready ? 'plain' : 'main'}>
          {t('papers:save')}
        </Button>
        <Button name="act" value="issue" look={ready ? 'main' : 'plain'}>
          {t('papers:issue')}
        </Button>
      </p>
    </Form>
  );
}

function Detail(props: {
  name: PaperDetail;
  label: string;
  content: PaperPage['content'];
  field: (name: string, known: string | null) => { name: string; defaultValue: string; error?: string };
}) {
  const { t } = useTranslation('papers');
  const countries = useCountries();
  const { name, label, content, field } = props;
  const said = content.details[name];
  const common = { label, ...field(`details.${name}`, Array.isArray(said) ? said.join(', ') : said) };
  const choice = (options: { value: string; label: string }[]) => (
    <SelectField {...common} options={[{ value: '', label: t('unsaid') }, ...options]} />
  );
  switch (name) {
    case 'transport':
      return choice(paperTransports.map((value) => ({ value, label: t(`transport.${value}`) })));
    case 'certificate':
      return choice(originCertificates.map((value) => ({ value, label: t(`certificate.${value}`) })));
    case 'purpose':
      return choice(carnetPurposes.map((value) => ({ value, label: t(`purpose.${value}`) })));
    case 'destination':
      return choice(countries.options());
    case 'visits':
      return <TextField {...common} hint={t('visitsHint')} maxLength={100} />;
    default:
      return days.has(name) ? (
        <TextField {...common} type="date" />
      ) : most[name] ? (
        <TextArea {...common} rows={2} maxLength={most[name]} />
      ) : (
        <TextField {...common} maxLength={100} />
      );
  }
}
