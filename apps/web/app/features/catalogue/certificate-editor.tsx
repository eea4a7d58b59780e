import type { ProblemDocument, ProductPage } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { Form } from 'react-router';
import { Button } from '../../ui/button.tsx';
import { ConfirmButton } from '../../ui/confirm-button.tsx';
import { SelectField, TextField } from '../../ui/fields.tsx';
import { fileUrl } from '../../ui/file-url.ts';
import { errorAt } from '../../ui/problem-note.tsx';
import { useWords } from '../../ui/text.ts';
import { certificateKinds } from '@jiechuan/contract/words';

/** Certificates: each with its paper, to be taken away; and a form for one more. */
export function CertificateEditor(props: {
  certificates: ProductPage['certificates'];
  problem?: ProblemDocument;
}) {
  const { t } = useTranslation(['catalogue', 'words']);
  const { day } = useWords();
  const at = (name: string) => errorAt(props.problem, name);
  return (
    <>
      <ul className="mb-5 border-t border-ink">
        {props.certificates.map((one) => (
          <li key={one.id} className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-rule py-2">
            <span className="font-medium">{t(`words:certificate.${one.kind}`)}</span>
            <span className="grow text-sm text-faded">
              {[one.number, one.issuer, one.validUntil && day(one.validUntil)].filter(Boolean).join(' · ')}
            </span>
            {one.fileId ? (
              <a href={fileUrl(one.fileId)} className="link text-sm">
                {t('catalogue:edit.paper')}
              </a>
            ) : (
              <Form method="post" encType="multipart/form-data" className="flex flex-wrap items-end gap-2">
                <input type="hidden" name="act" value="attachCertificate" />
                <input type="hidden" name="itemId" value={one.id} />
                <TextField
                  name="file"
                  type="file"
                  accept="application/pdf,image/jpeg,image/png"
                  label={t('catalogue:edit.paperFile')}
                  required
                />
                <Button>{t('catalogue:edit.paperAdd')}</Button>
              </Form>
            )}
            <Form method="post">
              <input type="hidden" name="act" value="removeCertificate" />
              <input type="hidden" name="itemId" value={one.id} />
              <ConfirmButton
                label={t('catalogue:edit.remove')}
                question={t('catalogue:edit.removeCertificate')}
              />
            </Form>
          </li>
        ))}
      </ul>
      <details open={props.problem !== undefined}>
        <summary className="link mb-3 w-fit">{t('catalogue:edit.addCertificate')}</summary>
        <Form method="post" className="grid gap-4 sm:grid-cols-3">
          <input type="hidden" name="act" value="addCertificate" />
          <SelectField
            name="kind"
            label={t('catalogue:certificate.kind')}
            error={at('kind')}
            options={certificateKinds.map((kind) => ({ value: kind, label: t(`words:certificate.${kind}`) }))}
          />
          <TextField
            name="number"
            label={t('catalogue:certificate.number')}
            error={at('number')}
            required
            maxLength={100}
          />
          <TextField
            name="issuer"
            label={t('catalogue:certificate.issuer')}
            error={at('issuer')}
            required
            maxLength={200}
          />
          <TextField
            name="validFrom"
            type="date"
            label={t('catalogue:edit.validFrom')}
            error={at('validFrom')}
          />
          <TextField
            name="validUntil"
            type="date"
            label={t('catalogue:certificate.until')}
            error={at('validUntil')}
          />
          <div className="self-end">
            <Button look="main">{t('catalogue:edit.add')}</Button>
          </div>
        </Form>
      </details>
    </>
  );
}
