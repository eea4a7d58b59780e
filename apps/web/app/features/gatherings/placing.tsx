import type { Gathering, MeetingPlaces } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { Form } from 'react-router';
import { Badge } from '../../ui/badge.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Section } from '../../ui/section.tsx';
import { useWords } from '../../ui/text.ts';

/** The button that was pressed is gone: what came of it is heard. */
const takeFocus = (said: HTMLElement | null) => said?.focus();

/** One meeting before who places it by hand: every slot, with the breaks there would be or why it can't be then. */
export function Placing({ gathering, places }: { gathering: Gathering; places: MeetingPlaces }) {
  const { t } = useTranslation('gatherings');
  const { of, clockIn, number } = useWords();
  const { a, b, slot, fixed, version } = places;
  const from = (one: number) => clockIn(gathering.slots[one - 1]!.startsAt, gathering.zone);
  const what = { a: of(a.names), b: of(b.names), from: from(slot) };
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
        <ButtonLink to={`/gatherings/${gathering.id}/schedule`} preventScrollReset>
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
          </li>
        ))}
      </ol>
    </Section>
  );
}
