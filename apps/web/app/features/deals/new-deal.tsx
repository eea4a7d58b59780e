import type { ProblemDocument } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { Form, Link } from 'react-router';
import { typedOr, type FormValues } from '../../platform/forms.ts';
import { Button } from '../../ui/button.tsx';
import { useCountries } from '../../ui/countries.ts';
import { SelectField, TextArea, TextField } from '../../ui/fields.tsx';
import { errorAt, ProblemNote } from '../../ui/problem-note.tsx';
import { useWords } from '../../ui/text.ts';
import { dealKinds, dealSides } from '@jiechuan/contract/words';

/** Opens a deal with a member: what it is about, which side one is, a first message. */
export function NewDeal(props: {
  /** The other member; null where the address names none. */
  partner: { id: string; names: Record<string, string> } | null;
  markets: readonly string[];
  known: {
    title: string;
    market: string;
    ours: 'seller' | 'buyer';
    demandId: string | null;
    /** The meeting at a fair that it comes of. */
    meeting: string | null;
    /** The visit of a tour that it comes of. */
    visit: string | null;
  };
  values?: FormValues;
  problem?: ProblemDocument;
}) {
  const { t } = useTranslation('deals');
  const { of, language } = useWords();
  const countries = useCountries();
  const { known, problem } = props;
  const begun = typedOr(props.values);
  const at = (name: string) => errorAt(problem, name);
  return (
    <article>
      <title>{t('new.title')}</title>
      <h1 className="text-3xl">{t('new.title')}</h1>
      <p className="measure mt-2 mb-6 text-faded">{t('new.lead')}</p>
      <ProblemNote problem={problem} />
      {props.partner ? (
        <Form method="post" className="grid max-w-2xl gap-4">
          <input type="hidden" name="withOrganisation" value={props.partner.id} />
          {known.meeting && <input type="hidden" name="meeting" value={known.meeting} />}
          {known.visit && <input type="hidden" name="visit" value={known.visit} />}
          {known.demandId && <input type="hidden" name="demandId" value={known.demandId} />}
          <p>
            {t('new.with')}{' '}
            <Link to={`/members/${props.partner.id}`} className="link font-name text-lg">
              {of(props.partner.names)}
            </Link>
          </p>
          <TextField
            name="title"
            label={t('new.about')}
            defaultValue={begun('title', known.title)}
            error={at('title')}
            required
            maxLength={200}
          />
          <div className="grid gap-4 sm:grid-cols-3">
            <SelectField
              name="kind"
              label={t('new.kind')}
              defaultValue={begun('kind', 'purchase')}
              error={at('kind')}
              options={dealKinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
            />
            <SelectField
              name="ours"
              label={t('new.ours')}
              defaultValue={begun('ours', known.ours)}
              error={at('ours')}
              options={dealSides.map((side) => ({ value: side, label: t(`ours.${side}`) }))}
            />
            <SelectField
              name="market"
              label={t('new.market')}
              defaultValue={begun('market', known.market)}
              error={at('market')}
              options={props.markets
                .map((code) => ({ value: code, label: countries.name(code) }))
                .toSorted((a, b) => a.label.localeCompare(b.label, language))}
            />
          </div>
          <TextArea
            name="message"
            label={t('new.message')}
            defaultValue={begun('message', '')}
            error={at('message')}
            required
            maxLength={4000}
          />
          <p>
            <Button look="main">{t('new.send')}</Button>
          </p>
        </Form>
      ) : (
        <p className="measure">
          {t('new.noPartner')}{' '}
          <Link to="/members" className="link">
            {t('new.toMembers')}
          </Link>
        </p>
      )}
    </article>
  );
}
