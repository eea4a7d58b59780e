import type { ProductPage } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { Form } from 'react-router';
import { Button } from '../../ui/button.tsx';
import { CheckField, TextField } from '../../ui/fields.tsx';
import { fileUrl } from '../../ui/file-url.ts';
import { useWords } from '../../ui/text.ts';

/** Photos: their order by number, what each shows, and one more. Works without script and by keyboard. */
export function PhotoEditor({ product }: { product: ProductPage }) {
  const { t } = useTranslation('catalogue');
  const { of } = useWords();
  return (
    <>
      {product.photos.length > 0 && (
        <Form method="post" className="mb-6">
          <input type="hidden" name="act" value="arrangePhotos" />
          <input type="hidden" name="version" value={product.version} />
          <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
            {product.photos.map(({ fileId, alt }, index) => (
              <li key={fileId} className="grid grid-cols-[6rem_minmax(0,1fr)] gap-3 border border-rule p-2">
                <img
                  src={fileUrl(fileId, 320)}
                  alt={of(alt)}
                  width="96"
                  height="96"
                  className="size-24 object-cover"
                />
                <div className="grid gap-2">
                  <TextField
                    name={`photos.${fileId}.position`}
                    label={t('edit.photoPosition')}
                    defaultValue={index + 1}
                    inputMode="numeric"
                    maxLength={2}
                  />
                  <TextField
                    name={`photos.${fileId}.alt.zh-CN`}
                    label={t('edit.photoAlt')}
                    defaultValue={alt['zh-CN']}
                    maxLength={300}
                  />
                  <CheckField name={`photos.${fileId}.keep`} label={t('edit.photoKeep')} defaultChecked />
                </div>
              </li>
            ))}
          </ul>
          <Button className="mt-3">{t('edit.photosSave')}</Button>
        </Form>
      )}
      {product.photos.length < 12 && (
        <Form method="post" encType="multipart/form-data" className="flex flex-wrap items-end gap-4">
          <input type="hidden" name="act" value="addPhoto" />
          <TextField
            name="file"
            type="file"
            accept="image/jpeg,image/png,image/webp,image/avif"
            label={t('edit.photoFile')}
            required
          />
          <Button>{t('edit.photoAdd')}</Button>
        </Form>
      )}
    </>
  );
}
