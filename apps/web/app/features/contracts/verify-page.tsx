import type { ProblemDocument, Verified } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { Form } from 'react-router';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/fields.tsx';
import { Facts } from '../../ui/facts.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { Section } from '../../ui/section.tsx';
import { useWords } from '../../ui/text.ts';

/** States that speak for the document. */
const good = new Set<Verified['state']>(['unchanged', 'unsealed']);

/** What a document is, for anybody who holds it. */
export function VerifyPage({
  found,
  byCode,
  problem,
}: {
  found?: Verified;
  /** Asked by the code on a page: nothing was held against it. */
  byCode: boolean;
  problem?: ProblemDocument;
}) {
  const { t } = useTranslation('contracts');
  return (
    <>
      <title>{t('verify.title')}</title>
      <div className="ledger-rule pt-4 pb-6">
        <h1 className="text-3xl">{t('verify.title')}</h1>
        <p className="measure mt-2 text-faded">{t('verify.lead')}</p>
      </div>
      {found && <Answer found={found} byCode={byCode} />}
      <Section title={t('verify.fileTitle')} note={t('verify.notKept')}>
        <ProblemNote problem={problem} />
        <Form
          method="post"
          encType="multipart/form-data"
          className="flex flex-wrap items-end gap-3 border border-dashed border-field p-5"
        >
          <TextField
            name="file"
            type="file"
            accept=".pdf,application/pdf"
            label={t('verify.file')}
            required
            className="grow"
          />
          <Button look="main">{t('verify.go')}</Button>
        </Form>
      </Section>
    </>
  );
}

function Answer({ found: { state, contract }, byCode }: { found: Verified; byCode: boolean }) {
  const { t } = useTranslation('contracts');
  const { of, moment, list } = useWords();
  const fine = good.has(state);
  const said =
    byCode && contract
      ? `code.${state === 'unsigned' || state === 'void' ? state : 'signed'}`
      : `found.${state}`;
  return (
    <Section title={t('verify.answerTitle')}>
      <p
        role="status"
        className={`mb-4 border-s-4 px-4 py-3 text-xl ${fine ? 'border-celadon bg-celadon-wash text-celadon-ink' : 'border-seal bg-alarm-wash text-seal'}`}
      >
        {t(`verify.${said}`)}
      </p>
      {contract && (
        <Facts
          columns={1}
          facts={[
            [t('verify.number'), contract.number],
            [t('verify.kind'), t(`title.${contract.kind}`)],
            [t('verify.parties'), contract.parties && list(contract.parties.map(of))],
            [t('verify.issuedAt'), moment(contract.issuedAt)],
            [
              t('verify.signedAt'),
              contract.signatures.length > 0 && list(contract.signatures.map(({ at }) => moment(at))),
            ],
            [t('sealedAt'), contract.sealedAt && moment(contract.sealedAt)],
            [t('verify.amended'), contract.amended && t('verify.amendedYes')],
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
          ]}
        />
      )}
    </Section>
  );
}
