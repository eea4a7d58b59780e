import type { listProducts, ResponseOf } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Badge } from '../../ui/badge.tsx';
import { fileUrl } from '../../ui/file-url.ts';
import { Marked } from '../../ui/marked.tsx';
import { beside, inLanguage, useWords } from '../../ui/text.ts';

type Found = ResponseOf<typeof listProducts>['items'][number];

/** One product in a list: its name in two languages, who makes it where, how it is kept, from what price. */
export function ProductLine({ product }: { product: Found }) {
  const { t } = useTranslation(['catalogue', 'words']);
  const { language, of, money } = useWords();
  const name = inLanguage(product.names, language);
  const second = beside(product.names, language);
  return (
    <li className="grid grid-cols-[3.5rem_minmax(0,1fr)] gap-x-4 border-b border-rule py-2.5 sm:grid-cols-[3.5rem_minmax(0,1fr)_9rem_8.5rem]">
      {product.photoFileId ? (
        <img
          src={fileUrl(product.photoFileId, 320)}
          alt=""
          width="56"
          height="56"
          loading="lazy"
          className="row-span-2 size-14 object-cover sm:row-span-1"
        />
      ) : (
        <span
          aria-hidden="true"
          className="row-span-2 flex size-14 items-center justify-center border border-rule bg-wash font-name text-xl text-faded sm:row-span-1"
        >
          {(product.names['zh-CN'] ?? name.text).slice(0, 1)}
        </span>
      )}
      <div className="min-w-0">
        <Link
          to={`/products/${product.id}`}
          lang={name.lang}
          className="font-name text-lg leading-snug font-semibold hover:text-seal"
        >
          <Marked text={name.text} parts={product.highlights?.[name.lang]} />
        </Link>
        {second && (
          <p lang={second.lang} className="text-sm text-faded">
            <Marked text={second.text} parts={product.highlights?.[second.lang]} />
          </p>
        )}
        <p className="text-sm">
          {of(product.maker.names)}
          {product.origin.text && <span className="text-faded"> · {product.origin.text}</span>}
        </p>
      </div>
      <p className="col-start-2 flex flex-wrap content-start gap-1 pt-1 sm:col-start-auto">
        {product.storage !== 'none' && (
          <Badge tone="celadon">{t(`words:temperature.${product.storage}`)}</Badge>
        )}
        {product.geographicalIndication && <Badge tone="seal">{t('catalogue:list.gi')}</Badge>}
        {product.demo && <Badge>{t('words:demo')}</Badge>}
      </p>
      <p className="col-start-2 pt-0.5 tabular-nums sm:col-start-auto sm:text-end">
        {product.price ? (
          <>
            <span className="font-medium">{money(product.price.amount, product.price.currency)}</span>
            <span className="text-sm text-faded">
              {' / '}
              {t(`words:quantity.${product.price.unit}`)}
            </span>
            <span className="block text-xs text-faded">
              {t('catalogue:list.from', { incoterm: product.price.incoterm })}
            </span>
          </>
        ) : (
          <span className="text-sm text-faded">{t('catalogue:list.onRequest')}</span>
        )}
      </p>
    </li>
  );
}
