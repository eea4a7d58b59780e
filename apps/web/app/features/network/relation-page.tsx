import type { ProblemDocument, Relation } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { Form, Link } from 'react-router';
import { Button } from '../../ui/button.tsx';
import { ConfirmButton } from '../../ui/confirm-button.tsx';
import { Facts } from '../../ui/facts.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { Section } from '../../ui/section.tsx';
import { inLanguage, useWords } from '../../ui/text.ts';
import { typedOr, type FormValues } from '../../platform/forms.ts';
import { ViewFields } from './view-fields.tsx';

/** One relation: where it stands, what it rests on, what the reader's side can do about it. */
export function RelationPage(props: { relation: Relation; values?: FormValues; problem?: ProblemDocument }) {
  const { t } = useTranslation(['network', 'words']);
  const { language, day, number, of } = useWords();
  const { relation, problem } = props;
  const { partner, ours } = relation;
  const name = inLanguage(partner.names, language);
  const toConfirm = !relation.statedByUs && relation.state === 'stated';
  const typed = typedOr(props.values);
  const answer = toConfirm ? 'toConfirm' : relation.state;
  return (
    <article>
      <title>{name.text}</title>
      <p>
        <Link to="/network" className="link">
          {t('network:page.back')}
        </Link>
      </p>
      <h1 lang={name.lang} className="mt-2 font-name text-3xl">
        {name.text}
      </h1>
      <p className={`measure mt-2 mb-6 text-lg ${toConfirm ? 'text-seal' : ''}`}>
        {t(`network:page.answer.${answer}`, {
          name: name.text,
          strength: relation.strength === null ? '' : number(relation.strength),
          visibility: relation.visibility ? t(`network:visibility.${relation.visibility}`) : '',
        })}
      </p>
      <ProblemNote problem={problem} />
      <Section title={t('network:page.factsTitle')}>
        <Facts
          columns={1}
          facts={[
            [t('network:field.kind'), t(`network:kind.${relation.kind}`)],
            [t('network:field.since'), relation.since && day(relation.since)],
            [
              t('network:page.statedBy'),
              `${relation.statedByUs ? t('network:path.us') : of(partner.names)} · ${day(relation.statedAt)}`,
            ],
            [
              t('network:field.evidence'),
              <span key="evidence" className="measure block whitespace-pre-line">
                {relation.evidence}
              </span>,
            ],
            [
              t('network:list.partner'),
              <Link key="partner" to={`/members/${partner.id}`} className="link">
                {t('network:page.toMember')}
              </Link>,
            ],
          ]}
        />
      </Section>
      {toConfirm ? (
        <Section title={t('network:page.confirmTitle')} note={t('network:page.confirmNote')}>
          <Form method="post" className="grid max-w-2xl gap-5">
            <ViewFields
              strength={typed('strength', '')}
              visibility={typed('visibility', 'existence')}
              problem={problem}
            />
            <p>
              <Button look="main" name="act" value="confirm">
                {t('network:page.confirm')}
              </Button>
            </p>
          </Form>
          <Form method="post" className="mt-6">
            <ConfirmButton
              name="act"
              value="decline"
              label={t('network:page.decline')}
              question={t('network:page.declineQuestion', { name: name.text })}
              keep={t('network:keep')}
            />
          </Form>
        </Section>
      ) : (
        <Section title={t('network:page.viewTitle')} note={t('network:page.viewNote')}>
          <Form key={relation.version} method="post" className="grid max-w-2xl gap-5">
            <input type="hidden" name="version" value={relation.version} />
            <ViewFields
              strength={typed('strength', ours?.strength)}
              visibility={typed('visibility', ours?.visibility)}
              problem={problem}
            />
            <p>
              <Button name="act" value="update">
                {t('network:page.save')}
              </Button>
            </p>
          </Form>
          <Form method="post" className="mt-6">
            <ConfirmButton
              name="act"
              value="end"
              label={relation.state === 'confirmed' ? t('network:page.end') : t('network:page.takeBack')}
              question={t('network:page.endQuestion', { name: name.text })}
              keep={t('network:keep')}
            />
          </Form>
        </Section>
      )}
    </article>
  );
}
