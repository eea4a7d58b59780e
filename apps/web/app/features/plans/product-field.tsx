import type { listProducts, ResponseOf } from '@jiechuan/contract';
import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { beside, inLanguage, useWords } from '../../ui/text.ts';
import { useWhileTyping } from '../../ui/while-typing.ts';

type Found = Pick<ResponseOf<typeof listProducts>['items'][number], 'id' | 'sku' | 'names' | 'maker'>;

const box =
  'w-full rounded-seal border border-field bg-sheet px-2.5 py-1.5 text-ink placeholder:text-faded aria-invalid:border-seal aria-invalid:bg-alarm-wash';

/**
 * Which product a plan is for: looked for by name, pinyin, SKU, GTIN while typing (a combobox, WAI-ARIA APG). Without
 * script the words are sent as they are, and the page asks back where they fit several.
 */
export function ProductField(props: {
  typed?: string;
  /** What the words sent fitted, where that was more than one. */
  candidates?: readonly Found[];
  error?: string;
}) {
  const { t } = useTranslation('plans');
  const { of } = useWords();
  const id = useId();
  const go = useNavigate();
  const [search] = useSearchParams();
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState(-1);
  const items = useWhileTyping<Found>(typed, productsAt);
  const input = useRef<HTMLInputElement>(null);
  // What was typed before the script came is answered too.
  useEffect(() => {
    const { current } = input;
    if (current && current === document.activeElement && current.value !== current.defaultValue)
      setTyped(current.value);
  }, []);
  const error = props.typed && props.candidates?.length === 0 ? t('field.noProduct') : props.error;
  const shown = typed.trim() !== '' && items.length > 0;
  const addressOf = ({ id: product }: Found) => {
    const query = new URLSearchParams(search);
    query.set('product', product);
    return `?${query}`;
  };
  const press = (event: React.KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    const { key } = event;
    if (shown && (key === 'ArrowDown' || key === 'ArrowUp')) {
      const places = items.length + 1;
      setActive(((active + 1 + (key === 'ArrowDown' ? 1 : -1) + places) % places) - 1);
    } else if (key === 'Escape' && shown) setTyped('');
    else if (key === 'Enter' && shown && items[active])
      void go(addressOf(items[active]), { replace: true, preventScrollReset: true });
    else return;
    event.preventDefault();
  };
  return (
    <div className="relative">
      <label htmlFor={id} className="mb-1 block text-sm font-medium">
        {t('field.product')}
        <span aria-hidden="true" className="ms-1 text-seal">
          ＊
        </span>
      </label>
      <input
        ref={input}
        id={id}
        type="search"
        name="product"
        role="combobox"
        aria-expanded={shown}
        aria-controls={`${id}list`}
        aria-autocomplete="list"
        aria-activedescendant={shown && active >= 0 ? `${id}${active}` : undefined}
        aria-describedby={[`${id}hint`, error && `${id}error`].filter(Boolean).join(' ')}
        aria-invalid={error ? true : undefined}
        defaultValue={props.typed}
        maxLength={200}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        required={!props.candidates?.length}
        onChange={({ currentTarget }) => {
          setTyped(currentTarget.value);
          setActive(-1);
        }}
        onKeyDown={press}
        onBlur={() => setActive(-1)}
        className={box}
      />
      <p id={`${id}hint`} className="mt-1 text-xs text-faded">
        {t('field.productHint')}
      </p>
      {error && (
        <p id={`${id}error`} className="mt-1 text-sm text-seal">
          {error}
        </p>
      )}
      <div
        id={`${id}list`}
        role="listbox"
        aria-label={t('field.product')}
        hidden={!shown}
        className="absolute inset-x-0 z-20 -mt-5 max-h-80 overflow-y-auto border border-field bg-sheet py-1 shadow-lg"
      >
        {(shown ? items : []).map((item, index) => (
          <Option
            key={item.id}
            id={`${id}${index}`}
            item={item}
            active={index === active}
            to={addressOf(item)}
          />
        ))}
      </div>
      <p role="status" className="sr-only">
        {shown && t('field.productsFound', { count: items.length })}
      </p>
      {props.candidates && props.candidates.length > 0 && (
        <fieldset className="mt-3 border-s-4 border-celadon ps-3">
          <legend className="float-left mb-1 w-full text-sm font-medium">{t('field.whichProduct')}</legend>
          {props.candidates.map((item) => (
            <label key={item.id} className="flex clear-left items-baseline gap-2 py-0.5">
              <input
                type="radio"
                name="productId"
                value={item.id}
                required
                className="translate-y-0.5 accent-seal"
              />
              <span>
                {of(item.names)} <span className="text-sm text-faded">{item.sku}</span>{' '}
                <span className="text-sm text-faded">{of(item.maker.names)}</span>
              </span>
            </label>
          ))}
        </fieldset>
      )}
    </div>
  );
}

function Option(props: { id: string; item: Found; active: boolean; to: string }) {
  const { language, of } = useWords();
  const { item } = props;
  const name = inLanguage(item.names, language);
  const second = beside(item.names, language);
  return (
    <Link
      id={props.id}
      role="option"
      aria-selected={props.active}
      to={props.to}
      replace
      preventScrollReset
      tabIndex={-1}
      // The box keeps the focus while a product is picked by hand.
      onPointerDown={(event) => event.preventDefault()}
      className="block px-3 py-1.5 hover:bg-wash aria-selected:bg-wash"
    >
      <span lang={name.lang}>{name.text}</span>{' '}
      {second && (
        <span lang={second.lang} className="text-sm text-faded">
          {second.text}
        </span>
      )}
      <span className="block text-xs text-faded">
        {item.sku} · {of(item.maker.names)}
      </span>
    </Link>
  );
}

const productsAt = (q: string): string => `/api/v1/products?${new URLSearchParams({ q, limit: '8' })}`;
