import type { ProblemDocument, ProductPage } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { Form, Link } from 'react-router';
import { Badge } from '../../ui/badge.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { Section } from '../../ui/section.tsx';
import { inLanguage, useWords } from '../../ui/text.ts';
import { CertificateEditor } from './certificate-editor.tsx';
import { PhotoEditor } from './photo-editor.tsx';
import { ProductForm } from './product-form.tsx';
import type { Edited } from './product-values.ts';
import { VariantEditor } from './variant-editor.tsx';

/** A product in its enterprise's hands: its fields, photos, certificates, markets; draft, published, withdrawn. */
export function ProductEditor(props: {
  product: ProductPage;
  problem?: ProblemDocument;
  /** Which form was refused, and what it said. */
  act?: string;
  entered?: Edited;
}) {
  const { t } = useTranslation('catalogue');
  const { language } = useWords();
  const { product, problem, act } = props;
  const name = inLanguage(product.names, language);
  const of = (...acts: string[]) => (act && acts.includes(act) ? problem : undefined);
  return (
    <>
      <title>{t('edit.of', { name: name.text })}</title>
      <header className="flex flex-wrap items-end justify-between gap-4 pb-6">
        <div>
          <p className="flex flex-wrap items-center gap-2">
            <Badge tone={product.state === 'published' ? 'celadon' : 'seal'}>
              {t(`state.${product.state}`)}
            </Badge>
            <Link to="versions" className="link text-sm">
              {t('edit.version', { version: product.version })}
            </Link>
          </p>
          <h1 lang={name.lang} className="mt-2 font-name text-3xl">
            {name.text}
          </h1>
        </div>
        <div className="flex flex-wrap gap-3">
          <ButtonLink to={`/products/${product.id}`}>{t('edit.view')}</ButtonLink>
          <Form method="post">
            {product.state === 'published' ? (
              <Button look="grave" name="act" value="withdraw">
                {t('edit.withdraw')}
              </Button>
            ) : (
              <Button look="main" name="act" value="publish">
                {t('edit.publish')}
              </Button>
            )}
          </Form>
        </div>
      </header>
      <ProblemNote problem={problem} />
      <ProductForm
        key={product.version}
        product={{ ...product, ...props.entered }}
        problem={of('save', 'publish')}
      />
      <Section title={t('edit.photosTitle')} note={t('edit.photosNote')}>
        <PhotoEditor product={product} />
      </Section>
      <Section title={t('page.certificatesTitle')}>
        <CertificateEditor certificates={product.certificates} problem={of('addCertificate')} />
      </Section>
      <Section title={t('page.variantsTitle')} note={t('page.variantsNote')}>
        <VariantEditor product={product} problem={of('putVariant')} />
      </Section>
    </>
  );
}
