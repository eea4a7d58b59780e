import type { Introduction, ProblemDocument } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { Form, Link } from 'react-router';
import { Button } from '../../ui/button.tsx';
import { ConfirmButton } from '../../ui/confirm-button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { TextArea } from '../../ui/fields.tsx';
import { errorAt, ProblemNote } from '../../ui/problem-note.tsx';
import { Section } from '../../ui/section.tsx';
import { useWords } from '../../ui/text.ts';
import { typedOr, type FormValues } from '../../platform/forms.ts';
import { PartnerName } from './partner-name.tsx';
import { PathDrawing, type Stop } from './path-drawing.tsx';
import { Trust } from './trust.tsx';

/** One introduction: where it stands first, then the way, why, and what the reader's side can do. */
export function IntroductionPage(props: {
  introduction: Introduction;
  values?: FormValues;
  problem?: ProblemDocument;
}) {
  const { t } = useTranslation('network');
  const { of } = useWords();
  const { introduction, problem, values } = props;
  const { asker, target, introducers } = introduction;
  const notes = introducers.filter(({ note }) => note !== null);
  const title = t('introduction.heading', { asker: of(asker.names), target: of(target.names) });
  return (
    <article>
      <title>{title}</title>
      <p>
        <Link to="/introductions" className="link">
          {t('introduction.back')}
        </Link>
      </p>
      <h1 className="mt-2 font-name text-3xl">{title}</h1>
      <Answer introduction={introduction} />
      <ProblemNote problem={problem} />
      {introduction.toAnswer && <ToAnswer {...{ introduction, problem, values }} />}
      <Section title={t('introduction.wayTitle')}>
        <PathDrawing stops={stopsOf(introduction)} linked />
      </Section>
      <Section title={t('introduction.purposeTitle')}>
        <p className="measure whitespace-pre-line">{introduction.purpose}</p>
        {notes.map(({ organisation, note }) => (
          <blockquote key={organisation.id} className="measure mt-4 border-s-2 border-celadon ps-4">
            <p className="whitespace-pre-line">{note}</p>
            <footer className="mt-1 text-sm text-faded">{of(organisation.names)}</footer>
          </blockquote>
        ))}
      </Section>
      {introduction.state === 'introduced' && <Outcome introduction={introduction} />}
      {introduction.part === 'asker' && introduction.state === 'waiting' && (
        <Section title={t('introduction.withdrawTitle')}>
          <Form method="post">
            <ConfirmButton
              name="act"
              value="withdraw"
              label={t('introduction.withdraw')}
              question={t('introduction.withdrawQuestion')}
              keep={t('keep')}
            />
          </Form>
        </Section>
      )}
    </article>
  );
}

/** What came of it, for its ends and whoever introduced them: stages of deals, never amounts. */
function Outcome({ introduction: { part, asker, target, deals } }: { introduction: Introduction }) {
  const { t } = useTranslation(['network', 'deals']);
  const { day } = useWords();
  const other = part === 'asker' ? target : part === 'target' ? asker : null;
  return (
    <Section title={t('network:introduction.outcomeTitle')} note={t('network:introduction.outcomeNote')}>
      {deals.length === 0 ? (
        <p className="text-faded">{t('network:introduction.noDeal')}</p>
      ) : (
        <ul className="border-t border-rule">
          {deals.map(({ stage, at }) => (
            <li key={at} className="flex justify-between gap-4 border-b border-rule py-1.5">
              <span>{t(`deals:stage.${stage}`)}</span>
              <time dateTime={at} className="text-sm text-faded">
                {day(at)}
              </time>
            </li>
          ))}
        </ul>
      )}
      {other && (
        <p className="mt-3 print:hidden">
          <Link to={`/deals/new?with=${other.id}`} className="link">
            {t('network:introduction.openDeal')}
          </Link>
        </p>
      )}
    </Section>
  );
}

/** The way as far as the reader may know it. */
function stopsOf({ part, asker, target, introducers, state, answer }: Introduction): Stop[] {
  const between: Stop[] = introducers.map(({ organisation }) => ({ is: 'named', partner: organisation }));
  // Whoever passed it on doesn't learn to whom it went further, nor does the asker, until both ends know each other.
  const told = state === 'introduced';
  const us: Stop[] = part === 'introducer' && !told ? [{ is: 'us' }] : [];
  const ahead: Stop[] =
    !told && (part === 'asker' || (part === 'introducer' && answer === null)) ? [{ is: 'open' }] : [];
  return [
    part === 'asker' ? { is: 'us' } : { is: 'named', partner: asker },
    ...between,
    ...us,
    ...ahead,
    part === 'target' ? { is: 'us' } : { is: 'named', partner: target },
  ];
}

function Answer({ introduction }: { introduction: Introduction }) {
  const { t } = useTranslation('network');
  const { day, of } = useWords();
  const { part, state, answer, toAnswer, contact } = introduction;
  const words = {
    asker: of(introduction.asker.names),
    target: of(introduction.target.names),
    until: day(introduction.expiresAt),
    on: introduction.introducedAt ? day(introduction.introducedAt) : '',
  };
  const now = state === 'waiting' && answer !== null ? answer : state;
  return (
    <div className="mt-3 mb-2 border-t-2 border-ink py-4">
      <p className={`measure text-lg ${toAnswer ? 'text-seal' : ''}`}>
        {toAnswer ? t(`answer.toAnswer.${part}`, words) : t(`answer.${now}`, words)}
      </p>
      {state === 'waiting' && answer === null && !toAnswer && (
        <p className="mt-1 text-sm text-faded">{t('answer.untold')}</p>
      )}
      {contact && (
        <p className="mt-2">
          {t('answer.writeTo')} <strong>{contact.person}</strong>{' '}
          <a href={`mailto:${contact.email}`} className="link">
            {contact.email}
          </a>
        </p>
      )}
    </div>
  );
}

function ToAnswer(props: { introduction: Introduction; values?: FormValues; problem?: ProblemDocument }) {
  const { t } = useTranslation('network');
  const { introduction, problem } = props;
  const { part, passTo } = introduction;
  const typed = typedOr(props.values);
  const chosen = typed('to', passTo[0]?.partner.id);
  return (
    <Section
      title={t('introduction.answerTitle')}
      note={t(`introduction.note.${part === 'target' ? 'target' : 'introducer'}`)}
    >
      {part === 'target' ? (
        <Form method="post">
          <Button look="main" name="act" value="agree">
            {t('introduction.agree')}
          </Button>
        </Form>
      ) : passTo.length === 0 ? (
        <EmptyState title={t('introduction.nobody')}>{t('introduction.nobodyAdvice')}</EmptyState>
      ) : (
        <Form method="post" className="max-w-2xl">
          <fieldset className="mb-4">
            <legend className="mb-1 font-medium">{t('introduction.passTo')}</legend>
            <div className="border-t border-ink">
              {passTo.map(({ partner, trust }) => (
                <label
                  key={partner.id}
                  className="grid grid-cols-[auto_minmax(0,1fr)_auto] gap-x-3 border-b border-rule px-1 py-2 has-checked:bg-wash"
                >
                  <input
                    type="radio"
                    name="to"
                    value={partner.id}
                    defaultChecked={partner.id === chosen}
                    required
                    className="mt-1 self-start accent-seal"
                  />
                  <PartnerName partner={partner} />
                  <span className="text-faded">
                    <Trust thousandths={trust} />
                  </span>
                </label>
              ))}
            </div>
          </fieldset>
          <TextArea
            name="note"
            label={t('introduction.noteLabel')}
            hint={t('introduction.noteHint')}
            error={errorAt(problem, 'note')}
            defaultValue={typed('note', '')}
            maxLength={1000}
          />
          <p className="mt-4">
            <Button look="main" name="act" value="pass">
              {t('introduction.pass')}
            </Button>
          </p>
        </Form>
      )}
      <Form method="post" className="mt-6">
        <ConfirmButton
          name="act"
          value="decline"
          label={t('introduction.decline')}
          question={t('introduction.declineQuestion')}
          keep={t('keep')}
        />
      </Form>
    </Section>
  );
}
