import type { listCharterVersions, OrganisationCard, ProblemDocument, ResponseOf } from '@jiechuan/contract';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Form } from 'react-router';
import { ButtonLink } from '../../ui/button.tsx';
import { ConfirmButton } from '../../ui/confirm-button.tsx';
import { DraftNote } from '../../ui/draft-note.tsx';
import { useDraft } from '../../ui/draft.ts';
import { SelectField, TextField } from '../../ui/fields.tsx';
import { errorAt, ProblemNote } from '../../ui/problem-note.tsx';
import { Section } from '../../ui/section.tsx';
import { useWords } from '../../ui/text.ts';

const tongues = ['zh-CN', 'en', 'ru'] as const;

export interface SignatoryValues {
  names?: Record<string, string>;
  organisation?: string;
  organisationId?: string;
  signedOn?: string;
  charterNumber?: string;
}

/** A founding signature: who signed, for which member, when, which version. */
export function SignatoryForm(props: {
  versions: ResponseOf<typeof listCharterVersions>['items'];
  once: string;
  entered?: SignatoryValues;
  /** Members that the words typed for the organisation find; none where it was left out or is known. */
  candidates?: OrganisationCard[];
  problem?: ProblemDocument;
}) {
  const { t } = useTranslation('members');
  const { day, of } = useWords();
  const { versions, entered = {}, candidates, problem } = props;
  const draft = useDraft('signatory');
  const { keep } = draft;
  useEffect(() => {
    if (problem || candidates) keep();
  });
  const unknown = candidates?.length === 0 ? t('charter.organisationUnknown') : undefined;
  return (
    <article>
      <title>{t('charter.signatoryTitle')}</title>
      <h1 className="text-4xl">{t('charter.signatoryTitle')}</h1>
      <p className="measure mt-3 mb-6 text-faded">{t('charter.signatoryLead')}</p>
      <ProblemNote problem={problem} />
      <DraftNote {...draft} />
      <Form method="post" {...draft.form}>
        <input type="hidden" name="once" value={props.once} />
        <Section title={t('charter.who')} note={t('charter.whoNote')}>
          <div className="grid gap-4 sm:grid-cols-3">
            {tongues.map((tag) => (
              <TextField
                key={tag}
                name={`names.${tag}`}
                lang={tag}
                label={t(`form.name.${tag}`)}
                defaultValue={entered.names?.[tag]}
                error={
                  errorAt(problem, `names.${tag}`) ??
                  (tag === 'zh-CN' ? errorAt(problem, 'names') : undefined)
                }
                maxLength={200}
              />
            ))}
          </div>
          <TextField
            name="organisation"
            label={t('charter.organisation')}
            hint={t('charter.organisationHint')}
            defaultValue={entered.organisation}
            error={unknown ?? errorAt(problem, 'organisationId')}
            maxLength={200}
            autoComplete="off"
            className="mt-4 max-w-xl"
          />
          {candidates && candidates.length > 0 && (
            <fieldset className="mt-3 border-s-4 border-celadon ps-3">
              <legend className="float-left mb-1 w-full text-sm font-medium" role="alert">
                {t('charter.whichOrganisation')}
              </legend>
              {candidates.map((one) => (
                <label key={one.id} className="flex clear-left items-baseline gap-2 py-0.5">
                  <input
                    type="radio"
                    name="organisationId"
                    value={one.id}
                    defaultChecked={one.id === entered.organisationId}
                    required
                    className="translate-y-0.5 accent-seal"
                  />
                  <span>
                    {of(one.names)} <span className="text-sm text-faded">{one.place.city}</span>
                  </span>
                </label>
              ))}
            </fieldset>
          )}
        </Section>
        <Section title={t('charter.signature')}>
          <div className="flex flex-wrap gap-4">
            <TextField
              name="signedOn"
              type="date"
              label={t('charter.signedOn')}
              defaultValue={entered.signedOn}
              error={errorAt(problem, 'signedOn')}
              required
              className="w-48"
            />
            <SelectField
              name="charterNumber"
              label={t('charter.signedVersion')}
              defaultValue={entered.charterNumber}
              error={errorAt(problem, 'charterNumber')}
              options={versions.map(({ number, adoptedOn }) => ({
                value: String(number),
                label: t('charter.versionLink', { number, day: day(adoptedOn) }),
              }))}
            />
          </div>
        </Section>
        <div className="flex flex-wrap items-start gap-3 lg:ps-[13rem]">
          <ConfirmButton
            label={t('charter.record')}
            question={t('charter.recordQuestion')}
            keep={t('charter.notYet')}
          />
          <ButtonLink to="/charter">{t('charter.back')}</ButtonLink>
        </div>
      </Form>
    </article>
  );
}
