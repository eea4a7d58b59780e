import type {
  Gathering,
  listMeetingOutcomes,
  OwnRegistration,
  ProblemDocument,
  ResponseOf,
} from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { Form } from 'react-router';
import { Badge } from '../../ui/badge.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { ConfirmButton } from '../../ui/confirm-button.tsx';
import { useCountries } from '../../ui/countries.ts';
import { Facts } from '../../ui/facts.tsx';
import { TextField } from '../../ui/fields.tsx';
import { errorAt, ProblemNote } from '../../ui/problem-note.tsx';
import { Section } from '../../ui/section.tsx';
import { inLanguage, useWords } from '../../ui/text.ts';
import { GatheringMarks, GatheringWhen } from './gathering-head.tsx';
import { usePair } from './interpreting.tsx';
import { OutcomeTotals } from './outcome-totals.tsx';
import { Programme } from './programme.tsx';

export const registrationTone = {
  asked: 'plain',
  approved: 'celadon',
  waiting: 'plain',
  refused: 'seal',
  withdrawn: 'plain',
} as const;

/** A gathering: when and where, whether one comes, its programme; for its host what there is to keep. */
export function GatheringPage(props: {
  gathering: Gathering;
  /** The reader's own registration. */
  own: OwnRegistration | null;
  /** The name that a reader who may register goes by; null for all others. */
  guest: string | null;
  /** What came of its meetings, for who keeps it; null before the first has begun. */
  outcomes: ResponseOf<typeof listMeetingOutcomes>['totals'] | null;
  problem?: ProblemDocument;
}) {
  const { t } = useTranslation('gatherings');
  const { language, of, number, list, tongue } = useWords();
  const countries = useCountries();
  const pair = usePair();
  const { gathering } = props;
  const name = inLanguage(gathering.names, language);
  const about = inLanguage(gathering.about, language);
  const free = Math.max(0, gathering.capacity - gathering.taken);
  return (
    <article>
      <title>{name.text}</title>
      <header className="mb-6">
        <p className="mb-1 flex flex-wrap gap-1">
          <GatheringMarks gathering={gathering} />
        </p>
        <h1 lang={name.lang} className="font-name text-3xl sm:text-4xl">
          {name.text}
        </h1>
        <p className="mt-1 text-faded">
          <GatheringWhen gathering={gathering} />
        </p>
      </header>
      <ProblemNote problem={props.problem} />
      <Registering {...props} free={free} />
      {gathering.kept && <Keeping gathering={gathering} />}
      {props.outcomes && (
        <Section title={t('outcome.title')}>
          <OutcomeTotals totals={props.outcomes} />
          <p className="mt-4">
            <ButtonLink to={`/gatherings/${gathering.id}/outcomes`}>{t('outcome.pageTitle')}</ButtonLink>
          </p>
        </Section>
      )}
      <Section title={t('page.about')}>
        <p lang={about.lang} className="measure whitespace-pre-line">
          {about.text}
        </p>
        <div className="mt-4">
          <Facts
            facts={[
              [t('page.host'), gathering.host ? of(gathering.host.names) : t('page.secretariat')],
              [t('page.country'), countries.name(gathering.country)],
              [t('page.places'), t('page.free', { free: number(free), all: number(gathering.capacity) })],
              [t('page.languages'), list(gathering.languages.map(tongue))],
              [
                t('page.interpreters'),
                gathering.interpreters.length > 0 &&
                  list(
                    gathering.interpreters.map(({ between, count }) =>
                      t('interpreting.many', { pair: pair(between), number: number(count) }),
                    ),
                  ),
              ],
              [t('page.slots'), gathering.slots.length > 0 && number(gathering.slots.length)],
              [t('page.tables'), gathering.matchmaking && number(gathering.matchmaking.tables)],
            ]}
          />
        </div>
      </Section>
      {gathering.programme.length > 0 && (
        <Section title={t('programme.title')}>
          <Programme gathering={gathering} />
        </Section>
      )}
    </article>
  );
}

function Registering({
  gathering,
  own,
  guest,
  problem,
  free,
}: {
  gathering: Gathering;
  own: OwnRegistration | null;
  guest: string | null;
  problem?: ProblemDocument;
  free: number;
}) {
  const { t } = useTranslation('gatherings');
  const { number } = useWords();
  const here = `/gatherings/${gathering.id}`;
  if (guest === null) return null;
  const asks = own === null || own.state === 'withdrawn';
  return (
    <Section title={t('own.title')}>
      {own && (
        <p className="flex flex-wrap items-center gap-x-3 gap-y-2">
          <span className="font-name">{own.person}</span>
          <Badge tone={registrationTone[own.state]}>{t(`registration.${own.state}`)}</Badge>
          {own.place !== null && <span>{t('own.place', { place: number(own.place) })}</span>}
          {own.checkedInAt && <Badge tone="celadon">{t('own.checkedIn')}</Badge>}
        </p>
      )}
      {own?.state === 'approved' && (
        <p className="mt-3 flex flex-wrap gap-3">
          <ButtonLink look="main" to={`${here}/agenda`}>
            {t('agenda.title')}
          </ButtonLink>
          <ButtonLink to={`${here}/badge`}>{t('badge.title')}</ButtonLink>
          {gathering.matchmaking && <ButtonLink to={`${here}/meetings`}>{t('wishes.title')}</ButtonLink>}
        </p>
      )}
      {asks && gathering.state === 'announced' && (
        <Form method="post" className="grid items-start gap-4 sm:grid-cols-3">
          <TextField
            name="person"
            label={t('own.person')}
            defaultValue={own?.person ?? guest}
            error={errorAt(problem, 'person')}
            required
            maxLength={120}
          />
          <TextField name="note" label={t('own.note')} error={errorAt(problem, 'note')} maxLength={500} />
          <TextField
            name="languages"
            label={t('own.languages')}
            hint={t('own.languagesHint')}
            error={problem?.errors?.find(({ path }) => path.startsWith('body.languages'))?.message}
            defaultValue={own?.languages.join(', ')}
            maxLength={200}
          />
          <p>
            <Button name="act" value="register" look="main">
              {free > 0 ? t('own.register') : t('own.registerWaiting')}
            </Button>
          </p>
        </Form>
      )}
      {own && ['asked', 'approved', 'waiting'].includes(own.state) && gathering.state === 'announced' && (
        <Form method="post" className="mt-3">
          <input type="hidden" name="registration" value={own.id} />
          <ConfirmButton
            name="act"
            value="withdraw"
            label={t('own.withdraw')}
            question={t('own.withdrawQuestion')}
          />
        </Form>
      )}
    </Section>
  );
}

/** What its host does with it. */
function Keeping({ gathering }: { gathering: Gathering }) {
  const { t } = useTranslation('gatherings');
  const here = `/gatherings/${gathering.id}`;
  const { state } = gathering;
  return (
    <Section title={t('keep.title')} note={t(`keep.about.${state}`)}>
      <div className="flex flex-wrap items-start gap-3">
        <ButtonLink to={`${here}/registrations`}>{t('registrations.title')}</ButtonLink>
        {state === 'announced' && <ButtonLink to={`${here}/check-in`}>{t('checkIn.title')}</ButtonLink>}
        {gathering.matchmaking && <ButtonLink to={`${here}/schedule`}>{t('schedule.title')}</ButtonLink>}
        {gathering.matchmaking && state === 'announced' && (
          <ButtonLink to={`${here}/attendance`}>{t('attendance.title')}</ButtonLink>
        )}
        {(state === 'draft' || state === 'announced') && (
          <ButtonLink to={`${here}/change`}>{t('form.change')}</ButtonLink>
        )}
        {state === 'draft' && <Move gathering={gathering} to="announced" />}
        {state === 'announced' && (
          <>
            <Move gathering={gathering} to="closed" />
            <Move gathering={gathering} to="cancelled" />
          </>
        )}
      </div>
    </Section>
  );
}

function Move({ gathering, to }: { gathering: Gathering; to: 'announced' | 'closed' | 'cancelled' }) {
  const { t } = useTranslation('gatherings');
  return (
    <Form method="post">
      <input type="hidden" name="version" value={gathering.version} />
      <input type="hidden" name="to" value={to} />
      {to === 'announced' ? (
        <Button name="act" value="move" look="main">
          {t('keep.to.announced')}
        </Button>
      ) : (
        <ConfirmButton
          name="act"
          value="move"
          label={t(`keep.to.${to}`)}
          question={to === 'closed' ? t('keep.question.closed') : t('keep.question.cancelled')}
        />
      )}
    </Form>
  );
}
