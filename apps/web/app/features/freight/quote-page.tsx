import type {
  checkCustomsMode,
  listCustomsModes,
  ProblemDocument,
  quoteParcel,
  ResponseOf,
} from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { Section } from '../../ui/section.tsx';
import { CustomsForm, CustomsOutcome, CustomsTable } from './customs-check.tsx';
import { ParcelForm, ParcelOffers } from './parcel-quote.tsx';

export interface QuotePageProps {
  parcel: ResponseOf<typeof quoteParcel> | null;
  customs: ResponseOf<typeof checkCustomsMode> | null;
  modes: ResponseOf<typeof listCustomsModes>['items'];
  problem?: ProblemDocument;
  /** Which of the two forms was refused. */
  refused?: 'parcel' | 'customs';
}

/** What the post would take for a parcel, and by which customs mode an export leaves. */
export function QuotePage({ parcel, customs, modes, problem, refused }: QuotePageProps) {
  const { t } = useTranslation('freight');
  return (
    <>
      <title>{t('quote.title')}</title>
      <div className="ledger-rule pt-4 pb-6">
        <h1 className="text-3xl">{t('quote.title')}</h1>
        <p className="measure mt-2 text-faded">{t('quote.lead')}</p>
      </div>
      <Section title={t('quote.parcelTitle')} note={t('quote.parcelNote')}>
        {refused === 'parcel' && <ProblemNote problem={problem} />}
        {parcel && <ParcelOffers quote={parcel} />}
        <ParcelForm />
      </Section>
      <Section title={t('quote.customsTitle')} note={t('quote.customsNote')}>
        {refused === 'customs' && <ProblemNote problem={problem} />}
        {customs && <CustomsOutcome check={customs} />}
        <CustomsForm modes={modes} />
        <CustomsTable modes={modes} />
      </Section>
      <p className="mt-2 text-sm">
        <Link to="/freight" className="link">
          {t('quote.network')}
        </Link>
      </p>
    </>
  );
}
