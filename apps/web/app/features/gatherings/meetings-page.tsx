import type {
  Gathering,
  getMatchmaking,
  listParticipants,
  MeetingSuggestion,
  MeetingWish,
  ProblemDocument,
  ResponseOf,
} from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { Form, Link } from 'react-router';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { useCountries } from '../../ui/countries.ts';
import { CheckField, SelectField, TextField } from '../../ui/fields.tsx';
import { Pagination } from '../../ui/pagination.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { Section } from '../../ui/section.tsx';
import { useWords } from '../../ui/text.ts';
import { GatheringHead } from './gathering-head.tsx';
import { wishKinds } from '@jiechuan/contract/words';

const wishTone = { waiting: 'plain', accepted: 'celadon', refused: 'seal' } as const;

/** Whom one's organisation wishes to meet, who wishes to meet it, whom matching suggests, and when it can't. */
export function MeetingsPage(props: {
  gathering: Gathering;
  matchmaking: ResponseOf<typeof getMatchmaking>;
  participants: ResponseOf<typeof listParticipants>;
  problem?: ProblemDocument;
}) {
  const { t } = useTranslation('gatherings');
  const { clockIn } = useWords();
  const { gathering, matchmaking, participants } = props;
  const { stated, received, suggestions, unavailable } = matchmaking;
  const open = gathering.state === 'announced';
  const known = new Set(stated.map(({ other }) => other.id));
  return (
    <article>
      <GatheringHead gathering={gathering} title={t('wishes.title')} />
      <ProblemNote problem={props.problem} />
      <Section title={t('wishes.received')} note={t('wishes.receivedNote')}>
        <Wishes wishes={received} none={t('wishes.receivedNone')} of="received" open={open} />
      </Section>
      <Section title={t('wishes.stated')}>
        <Wishes wishes={stated} none={t('wishes.statedNone')} of="stated" open={open} />
      </Section>
      <Section title={t('wishes.suggestions')} note={t('wishes.suggestionsNote')}>
        {suggestions.length === 0 ? (
          <p className="text-faded">{t('wishes.suggestionsNone')}</p>
        ) : (
          <ul>
            {suggestions.map((one) => (
              <li key={one.other.id} className="border-b border-rule py-2">
                <Other other={one.other} />
                <Reasons suggestion={one} />
                {open && <WishForm other={one.other.id} />}
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Section title={t('wishes.others')}>
        <ul>
          {participants.items.map((other) => (
            <li key={other.id} className="border-b border-rule py-2">
              <Other other={other} />
              {open && !known.has(other.id) && (
                <details className="mt-1">
                  <summary className="link w-fit py-1 text-sm">{t('wishes.wish')}</summary>
                  <WishForm other={other.id} />
                </details>
              )}
            </li>
          ))}
        </ul>
        <Pagination nextCursor={participants.nextCursor} />
      </Section>
      <Section title={t('wishes.unavailable')} note={t('wishes.unavailableNote')}>
        <Form method="post">
          <div className="grid gap-2 sm:grid-cols-3 lg:grid-cols-4">
            {gathering.slots.map((slot) => (
              <CheckField
                key={`${slot.number} ${unavailable.includes(slot.number)}`}
                name="slots[]"
                value={slot.number}
                defaultChecked={unavailable.includes(slot.number)}
                label={t('schedule.slot', {
                  from: clockIn(slot.startsAt, gathering.zone),
                  until: clockIn(slot.endsAt, gathering.zone),
                })}
              />
            ))}
          </div>
          {open && (
            <p className="mt-4">
              <Button name="act" value="unavailable">
                {t('form.save')}
              </Button>
            </p>
          )}
        </Form>
      </Section>
    </article>
  );
}

function Other({ other }: { other: MeetingWish['other'] }) {
  const { of } = useWords();
  return (
    <Link to={`/members/${other.id}`} className="link font-name">
      {of(other.names)}
    </Link>
  );
}

function Reasons({ suggestion }: { suggestion: MeetingSuggestion }) {
  const { t } = useTranslation('gatherings');
  const { number } = useWords();
  const countries = useCountries();
  return (
    <ul className="text-sm text-faded">
      {suggestion.reasons.map((one, at) => (
        <li key={at}>
          {t(`wishes.reason.${one.code}`, {
            words: one.words,
            market: countries.name(one.market),
            points: number(one.points),
          })}
        </li>
      ))}
    </ul>
  );
}

function Wishes(props: { wishes: MeetingWish[]; none: string; of: 'stated' | 'received'; open: boolean }) {
  const { t } = useTranslation('gatherings');
  if (props.wishes.length === 0) return <p className="text-faded">{props.none}</p>;
  return (
    <ul>
      {props.wishes.map((wish) => (
        <li
          key={wish.id}
          className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-b border-rule py-2"
        >
          <div>
            <p className="flex flex-wrap items-baseline gap-x-3 gap-y-2">
              <Other other={wish.other} />
              <Badge tone={wish.kind === 'must' ? 'seal' : 'plain'}>{t(`wish.${wish.kind}`)}</Badge>
              {wish.kind !== 'no' && (
                <Badge tone={wishTone[wish.state]}>{t(`wishState.${wish.state}`)}</Badge>
              )}
            </p>
            {wish.why && <p className="text-sm text-faded">{wish.why}</p>}
          </div>
          {props.open && (
            <Form method="post" className="flex flex-wrap gap-2">
              <input type="hidden" name="wish" value={wish.id} />
              {props.of === 'stated' ? (
                <Button name="act" value="withdrawWish">
                  {t('wishes.withdraw')}
                </Button>
              ) : (
                <>
                  {wish.state !== 'accepted' && (
                    <Button name="act" value="accepted">
                      {t('wishes.accept')}
                    </Button>
                  )}
                  {wish.state !== 'refused' && (
                    <Button name="act" value="refused" look="grave">
                      {t('wishes.refuse')}
                    </Button>
                  )}
                </>
              )}
            </Form>
          )}
        </li>
      ))}
    </ul>
  );
}

function WishForm({ other }: { other: string }) {
  const { t } = useTranslation('gatherings');
  return (
    <Form method="post" className="mt-2 grid items-end gap-3 sm:grid-cols-[10rem_1fr_auto]">
      <input type="hidden" name="other" value={other} />
      <SelectField
        name="kind"
        label={t('wishes.kind')}
        defaultValue="want"
        options={wishKinds.map((value) => ({ value, label: t(`wish.${value}`) }))}
      />
      <TextField name="why" label={t('wishes.why')} maxLength={500} />
      <Button name="act" value="wish">
        {t('wishes.state')}
      </Button>
    </Form>
  );
}
