import type { ContractPage, ProblemDocument } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { Form, Link } from 'react-router';
import type { FormValues } from '../../platform/forms.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button, buttonLook } from '../../ui/button.tsx';
import { Facts } from '../../ui/facts.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { Section } from '../../ui/section.tsx';
import { Table } from '../../ui/table.tsx';
import { useWords } from '../../ui/text.ts';
import { ceremonyActs, CeremonyPart, type AtCeremonies } from './ceremony-part.tsx';
import { SignForm } from './sign-form.tsx';
import { TermsForm } from './terms-form.tsx';

const tone = { draft: 'plain', issued: 'seal', signed: 'celadon', void: 'plain' } as const;

export interface Refused {
  problem?: ProblemDocument;
  act?: string;
  values?: FormValues;
}

/** A contract: how it stands, its paper, who has signed, and what the reader can do with it now. */
export function ContractView({
  contract,
  problem,
  act,
  values,
  at: atCeremonies,
}: { contract: ContractPage; at: AtCeremonies } & Refused) {
  const { t } = useTranslation('contracts');
  const { of, moment, money } = useWords();
  const { state, terms, number } = contract;
  const names = new Map(contract.parties.map((party) => [party.organisationId, of(party.names)]));
  const at = (what: string) => (act === what ? problem : undefined);
  const ofCeremony = act !== undefined && ceremonyActs.includes(act);
  // Once it is called, that comes first.
  const called = atCeremonies.slot?.state === 'called';
  const ceremony = (
    <CeremonyPart {...atCeremonies} contract={contract} problem={ofCeremony ? problem : undefined} />
  );
  return (
    <>
      <title>{`${t(`title.${contract.amends ? 'amendment' : contract.kind}`)} ${number}`}</title>
      <div className="ledger-rule pt-4 pb-6">
        <p className="text-sm">
          <Link to={`/deals/${contract.dealId}`} className="link">
            {t('backToDeal')}
          </Link>
        </p>
        <h1 className="mt-1 text-3xl">{t(`title.${contract.amends ? 'amendment' : contract.kind}`)}</h1>
        <p className="mt-2 flex flex-wrap items-baseline gap-x-4">
          <Badge tone={tone[state]}>{t(`state.${state}`)}</Badge>
          <span className="tabular-nums">{number}</span>
          <span className="text-faded">{[...names.values()].join(' · ')}</span>
        </p>
        {contract.voidedAt && (
          <p role="status" className="measure mt-3 border-s-4 border-seal bg-alarm-wash px-4 py-3">
            {t('voidNote', { at: moment(contract.voidedAt) })}
          </p>
        )}
        <p className="mt-3 text-2xl tabular-nums">{money(contract.amountMinor, terms.currency)}</p>
        <p className="mt-4 flex flex-wrap gap-3">
          <a
            href={`/api/v1/contracts/${contract.id}/document`}
            className={buttonLook(state === 'signed' ? 'main' : 'plain')}
            target="_blank"
            rel="noreferrer"
          >
            {t(`document.${state === 'void' && !contract.documentSha256 ? 'draft' : state}`)}
          </a>
        </p>
      </div>
      {contract.amends && (
        <Section title={t('changesTitle', { number: contract.amends.number })}>
          {contract.deltas.length === 0 ? (
            <p className="text-faded">{t('noChanges')}</p>
          ) : (
            <Table
              caption={t('changesTitle', { number: contract.amends.number })}
              columns={[t('column.term'), t('column.before'), t('column.after')]}
              rows={contract.deltas.map(({ term, before, after }) => ({
                key: term,
                cells: [term, before, after],
              }))}
              stacks
            />
          )}
        </Section>
      )}
      {called && ceremony}
      <Signing contract={contract} problem={at('sign')} />
      {!called && ceremony}
      <Section title={t('moveTitle')}>
        <ProblemNote problem={act === 'save' || act === 'sign' || ofCeremony ? undefined : problem} />
        <Moves contract={contract} />
      </Section>
      {state === 'draft' && (
        <Section title={t('termsTitle')} note={t('termsNote')}>
          <TermsForm contract={contract} problem={at('save')} values={act === 'save' ? values : undefined} />
        </Section>
      )}
      {contract.documentSha256 && (
        <Section title={t('proofTitle')} note={t('proofNote')}>
          <Facts
            columns={1}
            facts={[
              [
                t('digest'),
                <code key="d" className="text-xs break-all">
                  {contract.documentSha256}
                </code>,
              ],
              [
                t('sealedDigest'),
                contract.sealedSha256 && <code className="text-xs break-all">{contract.sealedSha256}</code>,
              ],
              [t('sealedAt'), contract.sealedAt && moment(contract.sealedAt)],
            ]}
          />
        </Section>
      )}
    </>
  );
}

function Signing({ contract, problem }: { contract: ContractPage; problem?: ProblemDocument }) {
  const { t } = useTranslation('contracts');
  const { of, moment } = useWords();
  if (contract.documentSha256 === null) return null;
  return (
    <Section title={t('signaturesTitle')} id="sign">
      <ul className="mb-5 divide-y divide-rule border-y border-rule">
        {contract.parties.map((party) => {
          const signature = contract.signatures.find((one) => one.organisationId === party.organisationId);
          return (
            <li key={party.organisationId} className="py-2">
              <p className="font-medium">{of(party.names)}</p>
              <p className={`text-sm ${signature ? 'text-celadon-ink' : 'text-faded'}`}>
                {signature
                  ? t('signedBy', {
                      name: signature.name,
                      at: moment(signature.at),
                      how: t(`method.${signature.method}`),
                    })
                  : t(contract.state === 'void' ? 'neverSigned' : 'notSigned')}
              </p>
            </li>
          );
        })}
      </ul>
      {contract.maySign && <SignForm contract={contract} problem={problem} />}
    </Section>
  );
}

function Moves({ contract }: { contract: ContractPage }) {
  const { t } = useTranslation('contracts');
  const { list } = useWords();
  const { state, version, missing, amendments } = contract;
  return (
    <>
      {state === 'draft' && missing.length > 0 && (
        <p className="mb-3 border-s-4 border-seal bg-alarm-wash px-4 py-3">
          {t('missing', { terms: list(missing.map((term) => t(`term.${term}`))) })}
        </p>
      )}
      {amendments.length > 0 && (
        <ul className="mb-4">
          {amendments.map((one) => (
            <li key={one.id}>
              <Link
                to={`/deals/${contract.dealId}/contract?${new URLSearchParams({ show: one.id })}`}
                className="link"
              >
                {one.number}
              </Link>{' '}
              <Badge tone={tone[one.state]}>{t(`state.${one.state}`)}</Badge>
            </li>
          ))}
        </ul>
      )}
      <Form method="post" className="flex flex-wrap gap-3">
        <input type="hidden" name="version" value={version} />
        {state === 'issued' && (
          <Button name="act" value="recall">
            {t('recall')}
          </Button>
        )}
        {state === 'signed' && amendments.every((one) => one.state === 'signed') && !contract.amends && (
          <Button name="act" value="amend">
            {t('amend')}
          </Button>
        )}
      </Form>
      <p className="measure mt-3 text-sm text-faded">{t(`next.${state}`)}</p>
    </>
  );
}

/** Where there is no contract yet. */
export function NoContract({ dealId, problem }: { dealId: string; problem?: ProblemDocument }) {
  const { t } = useTranslation('contracts');
  return (
    <>
      <title>{t('none.title')}</title>
      <div className="ledger-rule pt-4 pb-6">
        <p className="text-sm">
          <Link to={`/deals/${dealId}`} className="link">
            {t('backToDeal')}
          </Link>
        </p>
        <h1 className="mt-1 text-3xl">{t('none.title')}</h1>
        <p className="measure mt-2 text-faded">{t('none.lead')}</p>
      </div>
      <ProblemNote problem={problem} />
      <Form method="post" className="flex flex-wrap gap-3">
        <input type="hidden" name="act" value="draft" />
        <Button name="language" value="en" look="main">
          {t('none.english')}
        </Button>
        <Button name="language" value="ru">
          {t('none.russian')}
        </Button>
      </Form>
    </>
  );
}
