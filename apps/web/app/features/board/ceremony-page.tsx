import type { Ceremony, OwnSlot, ProblemDocument, PublicSlot, SigningBoard } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { Form, Link } from 'react-router';
import { Badge } from '../../ui/badge.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { ConfirmButton } from '../../ui/confirm-button.tsx';
import { useCountries } from '../../ui/countries.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { inLanguage, useWords } from '../../ui/text.ts';
import { Agenda } from './agenda.tsx';
import { stateTone } from './ceremony-list.tsx';
import { CeremonyWhen } from './ceremony-when.tsx';
import { Tiers } from './tiers.tsx';
import { useBoard } from './use-board.ts';
import { useCeremony } from './use-ceremony.ts';

/** Signs, not words: each button says beside it what it does. */
const [upward, downward] = ['↑', '↓'];

interface Shown {
  ceremony: Ceremony;
  board: SigningBoard;
  /** The reader's own contracts in the queue. */
  own: OwnSlot[];
  /** For a hall: as large as can be, without anything to press. */
  screen: boolean;
  keeps: boolean;
  /** When the page was made, so that it is the same on both sides. */
  now: string;
  problem?: ProblemDocument;
}

/** A signing ceremony, live: whose turn it is, who waits, what was signed, the agenda, and the board beside it. */
export function CeremonyPage(props: Shown) {
  const { t } = useTranslation('ceremonies');
  const { language } = useWords();
  const { ceremony, open } = useCeremony(props.ceremony, props.keeps || props.own.length > 0);
  const { board } = useBoard(props.board);
  const { screen, own } = props;
  const name = inLanguage(ceremony.names, language);
  const here = `/board/ceremonies/${ceremony.id}`;
  return (
    <article>
      <title>{name.text}</title>
      <header className="mb-5">
        <p className="mb-1 flex flex-wrap gap-1">
          <Badge tone={stateTone[ceremony.state]}>{t(`state.${ceremony.state}`)}</Badge>
          {ceremony.demo && <Badge>{t('demo')}</Badge>}
        </p>
        <h1
          lang={name.lang}
          className={`font-name ${screen ? 'text-4xl sm:text-6xl' : 'text-3xl sm:text-4xl'}`}
        >
          {name.text}
        </h1>
        <p className={`mt-1 text-faded ${screen ? 'text-xl' : ''}`}>
          <CeremonyWhen ceremony={ceremony} />
        </p>
        <p className="mt-2 flex flex-wrap gap-x-5 gap-y-2 text-sm text-faded">
          <span role="status">{open ? t('live') : t('still')}</span>
          <Link to={screen ? here : '?screen=1'} className="link print:hidden">
            {screen ? t('page') : t('screen')}
          </Link>
          {!screen && (
            <>
              <Link to="/board/ceremonies" className="link print:hidden">
                {t('list.title')}
              </Link>
              <Link to="/board/signing" className="link print:hidden">
                {t('toBoard')}
              </Link>
            </>
          )}
        </p>
      </header>
      <ProblemNote problem={props.problem} />
      {!screen && own.length > 0 && <Own own={own} ceremony={ceremony} />}
      <div className="grid gap-x-10 gap-y-8 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="min-w-0">
          <Queue ceremony={ceremony} screen={screen} keeps={props.keeps && !screen} />
          {props.keeps && !screen && <Keeping ceremony={ceremony} />}
        </div>
        <div className="min-w-0">
          <Tiers board={board} size="beside" />
          <Agenda ceremony={ceremony} now={props.now} />
        </div>
      </div>
    </article>
  );
}

/** The reader's own contracts here; the one that is called above all else. */
function Own({ own, ceremony }: { own: OwnSlot[]; ceremony: Ceremony }) {
  const { t } = useTranslation('ceremonies');
  const { of } = useWords();
  // The stream may be ahead of what was read of one's own.
  const now = own.map((one) => ({
    ...one,
    state: ceremony.slots.find(({ id }) => id === one.id)?.state ?? one.state,
  }));
  const first = now.filter(({ state }) => state === 'called');
  const rest = now.filter(({ state }) => state !== 'called');
  return (
    <section aria-labelledby="own" className="mb-6">
      <h2 id="own" className="mb-2 text-xl">
        {t('own.title')}
      </h2>
      <ul>
        {[...first, ...rest].map((one) => {
          const { state } = one;
          const contract = `/deals/${one.dealId}/contract?${new URLSearchParams({ show: one.contractId })}`;
          return (
            <li
              key={one.id}
              className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-rule py-2"
            >
              <Link to={contract} className="link tabular-nums">
                {one.contractNumber}
              </Link>
              <span className="font-name">{of(one.other)}</span>
              <Badge tone={state === 'called' ? 'seal' : state === 'signed' ? 'celadon' : 'plain'}>
                {t(state === 'asked' && !one.askedByUs ? 'own.toAnswer' : `slot.${state}`)}
              </Badge>
              {state === 'called' && one.signedByUs && <span>{t('own.waits')}</span>}
              {state === 'called' && !one.signedByUs && (
                <span role="alert" className="flex flex-wrap items-center gap-3">
                  <strong className="text-seal">{t('own.turn')}</strong>
                  <ButtonLink look="main" to={`${contract}#sign`}>
                    {t('own.sign')}
                  </ButtonLink>
                </span>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Queue({ ceremony, screen, keeps }: { ceremony: Ceremony; screen: boolean; keeps: boolean }) {
  const { t } = useTranslation('ceremonies');
  const { clockIn } = useWords();
  const { slots, state, zone } = ceremony;
  const those = (one: PublicSlot['state']) => slots.filter((slot) => slot.state === one);
  const [called] = those('called');
  const [queue, signed, withdrawn] = [those('queued'), those('signed'), those('withdrawn')];
  const large = screen ? 'text-4xl sm:text-6xl' : 'text-2xl sm:text-3xl';
  return (
    <>
      <section aria-labelledby="called" aria-live="polite" className="border-y-2 border-seal py-5">
        <h2 id="called" className={screen ? 'text-2xl' : 'text-xl'}>
          {t('called.title')}
        </h2>
        {called ? (
          <p data-slot="called" className={`mt-2 ${large}`}>
            <SlotName slot={called} below />
          </p>
        ) : (
          <p className="mt-2 text-faded">{t(`called.none.${state}`)}</p>
        )}
        {keeps && state === 'open' && (
          <div className="mt-4 flex flex-wrap gap-3 print:hidden">
            {called ? (
              <>
                <Place slot={called} direction="up" label={t('keep.backToFront')} />
                <Place slot={called} direction="down" label={t('keep.backToEnd')} />
              </>
            ) : (
              <Form method="post">
                <Button name="act" value="call" look="main" disabled={queue.length === 0}>
                  {t('keep.call')}
                </Button>
              </Form>
            )}
          </div>
        )}
      </section>
      <section aria-labelledby="queue" className="mt-6">
        <h2 id="queue" className="text-xl">
          {t('queue.title')}
        </h2>
        {queue.length === 0 ? (
          <p className="mt-1 text-faded">{t('queue.none')}</p>
        ) : (
          <ol className={screen ? 'text-2xl' : ''}>
            {queue.map((slot, at) => (
              <li
                key={slot.id}
                data-slot="queued"
                className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-b border-rule py-2"
              >
                <span>
                  <span className="me-3 text-faded tabular-nums">{at + 1}</span>
                  <SlotName slot={slot} />
                </span>
                {keeps && (
                  <span className="flex flex-wrap gap-2 print:hidden">
                    {at > 0 && (
                      <Place
                        slot={slot}
                        direction="up"
                        label={upward}
                        title={t('keep.up', { place: at + 1 })}
                      />
                    )}
                    {at < queue.length - 1 && (
                      <Place
                        slot={slot}
                        direction="down"
                        label={downward}
                        title={t('keep.down', { place: at + 1 })}
                      />
                    )}
                  </span>
                )}
              </li>
            ))}
          </ol>
        )}
      </section>
      {signed.length > 0 && (
        <section aria-labelledby="signed" className="mt-6">
          <h2 id="signed" className="text-xl">
            {t('signed.title', { count: signed.length })}
          </h2>
          <ul aria-live="polite" className={screen ? 'text-2xl' : ''}>
            {signed.map((slot) => (
              <li
                key={slot.id}
                data-slot="signed"
                className="flex flex-wrap justify-between gap-x-4 border-b border-rule py-2 text-celadon-ink"
              >
                <SlotName slot={slot} />
                <time dateTime={slot.signedAt!} className="text-faded tabular-nums">
                  {clockIn(slot.signedAt!, zone)}
                </time>
              </li>
            ))}
          </ul>
        </section>
      )}
      {withdrawn.length > 0 && (
        <section aria-labelledby="withdrawn" className="mt-6 text-faded">
          <h2 id="withdrawn" className="text-xl">
            {t('withdrawn.title')}
          </h2>
          <ul>
            {withdrawn.map((slot) => (
              <li key={slot.id} data-slot="withdrawn" className="border-b border-rule py-2">
                <SlotName slot={slot} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

/** What everybody may know of a contract: who agreed to be named, else its kind; its market. */
function SlotName({ slot, below = false }: { slot: PublicSlot; below?: boolean }) {
  const { t } = useTranslation(['ceremonies', 'deals']);
  const { of } = useWords();
  const countries = useCountries();
  return (
    <>
      {below
        ? slot.names.map((names, at) => (
            <span key={at} className="block font-name">
              {of(names)}
            </span>
          ))
        : slot.names.length > 0 && (
            <span className="me-3 font-name">{slot.names.map((names) => of(names)).join(' · ')}</span>
          )}
      <span
        className={slot.names.length === 0 ? '' : below ? 'mt-1 block text-[0.6em] text-faded' : 'text-faded'}
      >
        {[t(`deals:kind.${slot.kind}`), countries.name(slot.market)].join(' · ')}
      </span>
    </>
  );
}

function Place({
  slot,
  direction,
  label,
  title,
}: {
  slot: PublicSlot;
  direction: 'up' | 'down';
  label: string;
  title?: string;
}) {
  return (
    <Form method="post">
      <input type="hidden" name="act" value="place" />
      <input type="hidden" name="slot" value={slot.id} />
      <Button name="direction" value={direction} aria-label={title}>
        {label}
      </Button>
    </Form>
  );
}

/** What the secretariat does with the ceremony itself. */
function Keeping({ ceremony }: { ceremony: Ceremony }) {
  const { t } = useTranslation('ceremonies');
  const { state } = ceremony;
  const forward = { draft: 'announced', announced: 'open', open: 'closed', closed: null } as const;
  const to = forward[state];
  return (
    <section aria-labelledby="keeping" className="mt-8 border-t-2 border-ink pt-4 print:hidden">
      <h2 id="keeping" className="mb-1 text-xl">
        {t('keep.title')}
      </h2>
      <p className="measure mb-3 text-sm text-faded">{t(`keep.about.${state}`)}</p>
      <div className="flex flex-wrap items-start gap-3">
        {to !== null && to !== 'closed' && <Move ceremony={ceremony} to={to} />}
        {(state === 'announced' || state === 'open') && <Move ceremony={ceremony} to="closed" />}
        {state !== 'closed' && (
          <ButtonLink to={`/board/ceremonies/${ceremony.id}/change`}>{t('form.change')}</ButtonLink>
        )}
      </div>
    </section>
  );
}

function Move({ ceremony, to }: { ceremony: Ceremony; to: 'announced' | 'open' | 'closed' }) {
  const { t } = useTranslation('ceremonies');
  return (
    <Form method="post">
      <input type="hidden" name="act" value="move" />
      <input type="hidden" name="version" value={ceremony.version} />
      <input type="hidden" name="to" value={to} />
      {to === 'closed' ? (
        <ConfirmButton label={t('keep.to.closed')} question={t('keep.closeQuestion')} />
      ) : (
        <Button look="main">{t(`keep.to.${to}`)}</Button>
      )}
    </Form>
  );
}
