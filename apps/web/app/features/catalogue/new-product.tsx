import type { ProblemDocument } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { ProductForm } from './product-form.tsx';
import type { Edited } from './product-values.ts';

/** A product that isn't yet: becomes a draft when it is sent. */
export function NewProduct(props: { product?: Edited; problem?: ProblemDocument }) {
  const { t } = useTranslation('catalogue');
  return (
    <>
      <title>{t('own.add')}</title>
      <h1 className="mb-6 text-3xl">{t('own.add')}</h1>
      <ProblemNote problem={props.problem} />
      <ProductForm product={props.product ?? {}} problem={props.problem} />
    </>
  );
}
