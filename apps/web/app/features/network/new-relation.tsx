import type { ProblemDocument } from '@jiechuan/contract';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Form, Link } from 'react-router';
import { Button } from '../../ui/button.tsx';
import { DraftNote } from '../../ui/draft-note.tsx';
import { useDraft } from '../../ui/draft.ts';
import { SelectField, TextArea, TextField } from '../../ui/fields.tsx';
import { errorAt, ProblemNote } from '../../ui/problem-note.tsx';
import { typedOr, type FormValues } from '../../platform/forms.ts';
import { MemberSearch } from './member-search.tsx';
import { PartnerName } from './partner-name.tsx';
import { ViewFields } from './view-fields.tsx';
import { relationKinds } from '@jiechuan/contract/words';

export interface NewRelationProps {
  /** Whom it is stated of, once picked. */
  partner: Parameters<typeof PartnerName>[0]['partner'] | null;
  search: Parameters<typeof MemberSearch>[0];
  values?: FormValues;
  problem?: ProblemDocument;
}

/** States a relation: to whom, what it is, what it rests on. */
export function NewRelation({ partner, search, values, problem }: NewRelationProps) {
  const { t } = useTranslation('network');
  return (
    <>
      <title>{t('new.title')}</title>
      <div className="ledger-rule pt-4 pb-6">
        <h1 className="text-3xl">{t('new.title')}</h1>
        <p className="measure mt-2 text-faded">{t('new.lead')}</p>
      </div>
      <ProblemNote problem={problem} />
      {partner ? (
        <RelationForm key={partner.id} {...{ partner, values, problem }} />
      ) : (
        <MemberSearch {...search} />
      )}
    </>
  );
}

function RelationForm({
  partner,
  values,
  problem,
}: Pick<NewRelationProps, 'values' | 'problem'> & { partner: NonNullable<NewRelationProps['partner']> }) {
  const { t } = useTranslation('network');
  const draft = useDraft(`relation:${partner.id}`);
  const { keep } = draft;
  useEffect(() => {
    if (problem) keep();
  });
  const typed = typedOr(values);
  const at = (name: string) => errorAt(problem, name);
  return (
    <Form method="post" {...draft.form} className="grid max-w-2xl gap-5">
      <DraftNote {...draft} />
      <div>
        <input type="hidden" name="organisationId" value={partner.id} />
        <p className="mb-1 text-sm font-medium">{t('new.partner')}</p>
        <PartnerName partner={partner} to={`/members/${partner.id}`} />
        <p className="mt-1 text-sm">
          <Link to="/network/new" className="link">
            {t('pick.another')}
          </Link>
        </p>
      </div>
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <SelectField
          name="kind"
          label={t('field.kind')}
          error={at('kind')}
          defaultValue={typed('kind', 'trade')}
          options={relationKinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
        />
        <TextField
          name="since"
          type="date"
          label={t('field.since')}
          hint={t('field.sinceHint')}
          error={at('since')}
          defaultValue={typed('since', '')}
        />
      </div>
      <TextArea
        name="evidence"
        label={t('field.evidence')}
        hint={t('field.evidenceHint')}
        error={at('evidence')}
        defaultValue={typed('evidence', '')}
        maxLength={2000}
        required
      />
      <ViewFields
        strength={typed('strength', '')}
        visibility={typed('visibility', 'existence')}
        problem={problem}
      />
      <p>
        <Button look="main">{t('new.send')}</Button>
      </p>
    </Form>
  );
}
