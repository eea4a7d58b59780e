import type { Ceremony, CeremonyBrief, ContractPage, OwnSlot, ProblemDocument } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { Form, Link, useRevalidator } from 'react-router';
import { useLive } from '../../platform/use-live.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { CheckField, SelectField } from '../../ui/fields.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { Section } from '../../ui/section.tsx';
import { useWords } from '../../ui/text.ts';

/** What its forms do. */
export const ceremonyActs: readonly string[] = ['ask', 'agree', 'decline', 'withdraw', 'name'];

/** What the contract's page knows of ceremonies. */
export interface AtCeremonies {
  /** Where it waits, or has been last; null for nowhere. */
  slot: OwnSlot | null;
  /** Where it can be asked for. */
  ceremonies: CeremonyBrief[];
  /** The reader acts for the organisation, as an owner or administrator. */
  acts: boolean;
}

/** Signing at a ceremony: asking for it, answering, whether one's name is shown; and, once called, that it is one's turn. */
export function CeremonyPart(props: AtCeremonies & { contract: ContractPage; problem?: ProblemDocument }) {
  const { t } = useTranslation(['contracts', 'ceremonies']);
  const { of, dayIn } = useWords();
  const { slot, ceremonies, contract, problem, acts } = props;
  useTurn(slot);
  const waits = slot !== null && ['asked', 'queued', 'called'].includes(slot.state);
  if (contract.state !== 'issued' && !slot) return null;
  if (!slot && ceremonies.length === 0) return null;
  const mayAsk = contract.state === 'issued' && !waits && ceremonies.length > 0 && acts;
  if (!slot && !mayAsk) return null;
  return (
    <Section title={t('contracts:ceremony.title')} note={t('contracts:ceremony.note')} id="ceremony">
      <ProblemNote problem={problem} />
      {slot && (
        <>
          <p className="flex flex-wrap items-baseline gap-x-3 gap-y-2">
            <Link to={`/board/ceremonies/${slot.ceremony.id}`} className="link font-name">
              {of(slot.ceremony.names)}
            </Link>
            <Badge tone={slot.state === 'called' ? 'seal' : slot.state === 'signed' ? 'celadon' : 'plain'}>
              {t(`ceremonies:slot.${slot.state}`)}
            </Badge>
            <span className="text-sm text-faded">{dayIn(slot.ceremony.startsAt, slot.ceremony.zone)}</span>
          </p>
          {slot.state === 'called' && (
            <p role="alert" className="mt-3 border-s-4 border-seal bg-alarm-wash px-4 py-3 text-lg">
              {contract.maySign ? (
                <a href="#sign" className="link font-medium">
                  {t('contracts:ceremony.turn')}
                </a>
              ) : (
                t('contracts:ceremony.turnOther')
              )}
            </p>
          )}
          {acts && waits && <Answer slot={slot} />}
        </>
      )}
      {mayAsk && (
        <Form method="post" className="mt-4 grid max-w-xl gap-3">
          <SelectField
            name="ceremonyId"
            label={t('contracts:ceremony.which')}
            options={ceremonies.map((one) => ({
              value: one.id,
              label: t('contracts:ceremony.option', {
                name: of(one.names),
                day: dayIn(one.startsAt, one.zone),
              }),
            }))}
          />
          <CheckField
            name="showName"
            label={t('contracts:ceremony.showName')}
            hint={t('contracts:ceremony.showHint')}
          />
          <p>
            <Button name="act" value="ask">
              {t('contracts:ceremony.ask')}
            </Button>
          </p>
        </Form>
      )}
    </Section>
  );
}

/** What a party may say of its contract while it waits. */
function Answer({ slot }: { slot: OwnSlot }) {
  const { t } = useTranslation('contracts');
  const { of } = useWords();
  const asked = slot.state === 'asked' && !slot.askedByUs;
  return (
    <>
      <p className="measure mt-3">
        {asked
          ? t('ceremony.theyAsk', { other: of(slot.other) })
          : slot.state === 'asked'
            ? t('ceremony.weAsked', { other: of(slot.other) })
            : slot.theirNameShown
              ? t('ceremony.theirName', { other: of(slot.other) })
              : t('ceremony.theirNameNot', { other: of(slot.other) })}
      </p>
      <Form method="post" className="mt-3 grid gap-3">
        <input type="hidden" name="slot" value={slot.id} />
        <CheckField
          name="showName"
          label={t('ceremony.showName')}
          hint={t('ceremony.showHint')}
          defaultChecked={slot.ourNameShown}
        />
        <p className="flex flex-wrap gap-3">
          {asked ? (
            <>
              <Button name="act" value="agree" look="main">
                {t('ceremony.agree')}
              </Button>
              <Button name="act" value="decline">
                {t('ceremony.decline')}
              </Button>
            </>
          ) : (
            <>
              <Button name="act" value="name">
                {t('ceremony.saveName')}
              </Button>
              {slot.state !== 'called' && (
                <Button name="act" value="withdraw">
                  {slot.state === 'asked' ? t('ceremony.takeBack') : t('ceremony.withdraw')}
                </Button>
              )}
            </>
          )}
        </p>
      </Form>
    </>
  );
}

/** Reads the page again when the contract is queued, called, put back or signed. */
function useTurn(slot: OwnSlot | null): void {
  const { revalidate } = useRevalidator();
  const waits = slot !== null && ['asked', 'queued', 'called'].includes(slot.state);
  useLive(waits ? `/api/v1/ceremonies/${slot.ceremony.id}/stream` : null, (data) => {
    const now = (JSON.parse(data) as Ceremony).slots.find(({ id }) => id === slot?.id);
    if (now && now.state !== slot?.state) void revalidate();
  });
}
