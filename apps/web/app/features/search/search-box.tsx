import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Form, Link, useLocation, useNavigate, useSearchParams } from 'react-router';
import { addressOf, useSuggestions } from './suggestions.ts';

/** Pages whose `q` was asked in this box, or may be asked anew from it. */
const asking = ['/search', '/products', '/members', '/resources'];

/**
 * One box for everything, on every page; it shows again what the page answers. A plain form that works
 * without script; with it, a combobox with a list (WAI-ARIA APG): arrows walk through the suggestions,
 * Enter goes to the one stood on or else asks, Escape closes.
 */
export function SearchBox() {
  const { t } = useTranslation();
  const go = useNavigate();
  const id = useId();
  const { pathname } = useLocation();
  const [search] = useSearchParams();
  const asked = asking.includes(pathname) ? (search.get('q') ?? '') : '';
  const box = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const items = useSuggestions(typed);
  const shown = open && items.length > 0;
  const show = (text: string) => {
    setTyped(text);
    setOpen(text.trim() !== '');
    setActive(-1);
  };
  // What was typed before the script came stays, and is answered; afterwards the box follows the page.
  const before = useRef<string>(undefined);
  useEffect(() => {
    if (!box.current) return;
    if (before.current === undefined) {
      const { value } = box.current;
      if (box.current === document.activeElement && value !== asked) {
        setTyped(value);
        setOpen(value.trim() !== '');
      }
    } else if (before.current !== asked) box.current.value = asked;
    before.current = asked;
  }, [asked]);
  const walk = (step: number) => {
    // One place before the first is the box itself.
    const places = items.length + 1;
    setActive(((active + 1 + step + places) % places) - 1);
  };
  const press = (event: React.KeyboardEvent<HTMLInputElement>) => {
    // Keys of an input method that is still composing are its own.
    if (event.nativeEvent.isComposing) return;
    const { key } = event;
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      if (shown) walk(key === 'ArrowDown' ? 1 : -1);
      else show(event.currentTarget.value);
    } else if (key === 'Escape' && shown) {
      setOpen(false);
      setActive(-1);
    } else if (key === 'Enter' && shown && items[active]) {
      setOpen(false);
      void go(addressOf(items[active]));
    } else return;
    event.preventDefault();
  };
  return (
    <Form
      role="search"
      aria-label={t('search.label')}
      action="/search"
      className="relative flex"
      onSubmit={() => setOpen(false)}
      onBlur={({ currentTarget, relatedTarget }) =>
        currentTarget.contains(relatedTarget as Node | null) || setOpen(false)
      }
    >
      <input
        ref={box}
        type="search"
        name="q"
        role="combobox"
        aria-expanded={shown}
        aria-controls={`${id}list`}
        aria-autocomplete="list"
        aria-activedescendant={shown && active >= 0 ? `${id}${active}` : undefined}
        aria-label={t('search.label')}
        defaultValue={asked}
        placeholder={t('search.placeholder')}
        maxLength={200}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        enterKeyHint="search"
        onChange={({ currentTarget }) => show(currentTarget.value)}
        onKeyDown={press}
        className="min-w-0 grow rounded-s-seal border border-e-0 border-field bg-paper px-3 py-2 placeholder:text-faded"
      />
      <button className="rounded-e-seal border border-seal bg-seal px-4 text-on-seal hover:bg-seal-deep">
        {t('search.go')}
      </button>
      <div
        id={`${id}list`}
        role="listbox"
        aria-label={t('search.suggestions')}
        hidden={!shown}
        className="absolute inset-x-0 top-full z-20 mt-1 border border-field bg-sheet py-1 shadow-lg"
      >
        {(shown ? items : []).map((item, index) => (
          <Link
            key={addressOf(item)}
            id={`${id}${index}`}
            role="option"
            aria-selected={index === active}
            to={addressOf(item)}
            tabIndex={-1}
            // The box keeps the focus while a suggestion is picked by hand.
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => setOpen(false)}
            className="flex items-baseline gap-3 px-3 py-1.5 hover:bg-wash aria-selected:bg-wash"
          >
            <span className="min-w-0 grow">{item.text}</span>
            <span className="shrink-0 text-xs text-faded">{t(`search.of.${item.of}`)}</span>
          </Link>
        ))}
      </div>
      <p role="status" className="sr-only">
        {shown && t('search.suggested', { count: items.length })}
      </p>
    </Form>
  );
}
