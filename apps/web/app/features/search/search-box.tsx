import { useTranslation } from 'react-i18next';
import { Form, useLocation, useSearchParams } from 'react-router';

/** One box for everything; a plain form that works without script. */
export function SearchBox() {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const [search] = useSearchParams();
  const value = pathname === '/products' ? (search.get('q') ?? '') : '';
  return (
    <Form role="search" aria-label={t('search.label')} action="/products" className="flex">
      <input
        key={value}
        type="search"
        name="q"
        defaultValue={value}
        aria-label={t('search.label')}
        placeholder={t('search.placeholder')}
        maxLength={200}
        autoComplete="off"
        className="min-w-0 grow rounded-s-seal border border-e-0 border-field bg-paper px-3 py-2 placeholder:text-faded"
      />
      <button className="rounded-e-seal border border-seal bg-seal px-4 text-on-seal hover:bg-seal-deep">
        {t('search.go')}
      </button>
    </Form>
  );
}
