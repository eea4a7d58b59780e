import type { Gathering, MeetingPlaces, MeetingSwaps } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { Form, Link, useSearchParams } from 'react-router';
import { Badge } from '../../ui/badge.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Section } from '../../ui/section.tsx';
import { useWords } from '../../ui/text.ts';

/** The button that was pressed is gone: what came of it is heard. */
const takeFocus = (said: HTMLElement | null) => said?.focus();

/** One meeting before who places it by hand: every slot, with the breaks there would be or why it can't be then. */
export function Placing({
  gathering,
  places,
  inSlot,
  now,
  swaps,
}: {
  gathering: Gathering;
  places: MeetingPlaces;
  /** How many meetings each slot has, this one included. */
  inSlot: readonly number[];
  /** How many slots have begun: nothing changes places into these or out of them. */
  now: number;
  /** Of the slot that was asked for. */
  swaps: MeetingSwaps | null;
}) {
  const { t } = useTranslation('gatherings');
  const { of, clockIn, number } = useWords();
  const { a, b, slot, fixed, version } = places;
  const from = (one: number) => clockIn(gathering.slots[one - 1]!.startsAt, gathering.zone);
  const what = { a: of(a.names), b: of(b.names), from: from(slot) };
  const [search] = useSearchParams();
  // Which slots are looked at, and whose, stays.
  const around = new URLSearchParams(search);
  for (const name of ['a', 'b', 'swap']) around.delete(name);
  const here = `?${new URLSearchParams([...around, ['a', a.id], ['b', b.id]])}`;
  const hasOthers = (one: number) => Math.min(one, slot) > now && inSlot[one - 1]! > (one === slot ? 1 : 0);
  const given = (to: number, isFixed: boolean) => (
    <>
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="a" value={a.id} />
      <input type="hidden" name="b" value={b.id} />
      <input type="hidden" name="slot" value={to} />
      <input type="hidden" name="fixed" value={String(isFixed)} />
    </>
  );
  return (
    <Section title={t('place.title')} note={t('place.note')} id="place">
      <p key={`${a.id} ${b.id} ${version}`} ref={takeFocus} tabIndex={-1} className="outline-none">
        {fixed ? t('place.fixedAt', what) : t('place.at', what)}
      </p>
      <div className="my-3 flex flex-wrap gap-3">
        <Form method="post" preventScrollReset>
          {given(slot, !fixed)}
          <Button name="act" value="place">
            {fixed ? t('place.release') : t('place.fix')}
          </Button>
        </Form>
        <ButtonLink to={`?${around}`} preventScrollReset>
          {t('place.close')}
        </ButtonLink>
      </div>
      <ol className="border-t border-ink">
        {places.places.map((one) => (
          <li
            key={one.slot}
            className="grid items-center gap-x-5 gap-y-2 border-b border-rule py-2 sm:grid-cols-[4rem_minmax(0,1fr)_auto]"
          >
            <span className="font-medium tabular-nums">{from(one.slot)}</span>
            <div className="min-w-0 text-sm">
              {one.breaks !== null && <p>{t('place.breaks', { breaks: number(one.breaks) })}</p>}
              {one.obstacles.map(({ detail }) => (
                <p key={detail} className="text-faded">
                  {detail}
                </p>
              ))}
              {hasOthers(one.slot) && (
                <Link
                  to={`${here}${swaps?.slot === one.slot ? '' : `&swap=${one.slot}`}#place`}
                  preventScrollReset
                  className="link inline-block py-1 print:hidden"
                  aria-label={
                    swaps?.slot === one.slot
                      ? t('place.swapCloseAt', { from: from(one.slot) })
                      : t('place.swapAt', { from: from(one.slot) })
                  }
                >
                  {swaps?.slot === one.slot ? t('place.swapClose') : t('place.swap')}
                </Link>
              )}
            </div>
            {one.slot === slot ? (
              <p>
                <Badge tone="celadon">{t('place.here')}</Badge>
              </p>
            ) : (
              one.obstacles.length === 0 && (
                <Form method="post" preventScrollReset>
                  {given(one.slot, true)}
                  <Button name="act" value="place">
                    {t('place.moveTo', { from: from(one.slot) })}
                  </Button>
                </Form>
              )
            )}
            {swaps?.slot === one.slot && (
              <Others to={here} version={version} meeting={{ a: a.id, b: b.id }} swaps={swaps} />
            )}
          </li>
        ))}
      </ol>
    </Section>
  );
}

/** The meetings of one slot that a meeting could change places with, or why it can’t. */
function Others({
  to,
  version,
  meeting,
  swaps,
}: {
  to: string;
  version: number;
  meeting: { a: string; b: string };
  swaps: MeetingSwaps;
}) {
  const { t } = useTranslation('gatherings');
  const { of, number } = useWords();
  return (
    <ul className="col-span-full border-s-2 border-celadon ps-3 sm:ms-[4.375rem]">
      {swaps.swaps.map(({ a, b, table, fixed, breaks, obstacles }) => (
        <li
          key={`${a.id} ${b.id}`}
          className="grid items-center gap-x-5 gap-y-1 py-1.5 sm:grid-cols-[minmax(0,1fr)_auto]"
        >
          <div className="min-w-0 text-sm">
            <p>
              <span className="font-name text-base">
                {t('schedule.pair', { a: of(a.names), b: of(b.names) })}
              </span>{' '}
              <span className="text-faded">{t('agenda.table', { table: number(table) })}</span>{' '}
              {fixed && <Badge tone="celadon">{t('schedule.fixed')}</Badge>}
            </p>
            {breaks !== null && <p>{t('place.breaks', { breaks: number(breaks) })}</p>}
            {obstacles.map(({ detail }) => (
              <p key={detail} className="text-faded">
                {detail}
              </p>
            ))}
          </div>
          {breaks !== null && (
            <Form method="post" action={to} preventScrollReset>
              <input type="hidden" name="version" value={version} />
              <input type="hidden" name="a" value={meeting.a} />
              <input type="hidden" name="b" value={meeting.b} />
              <input type="hidden" name="meeting[]" value={`${a.id} ${b.id}`} />
              <Button
                name="act"
                value="swap"
                aria-label={t('place.swapWith', { a: of(a.names), b: of(b.names) })}
              >
                {t('place.swapDo')}
              </Button>
            </Form>
          )}
        </li>
      ))}
    </ul>
  );
}
