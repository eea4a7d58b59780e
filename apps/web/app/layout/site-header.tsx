import { useTranslation } from 'react-i18next';
import { Link, NavLink } from 'react-router';
import { SealMark } from '../ui/seal-mark.tsx';

const item =
  'border-b-2 border-transparent py-1 text-ink hover:border-rule aria-[current=page]:border-seal aria-[current=page]:text-seal';

/** Name, search, the ways through the site; the same on every page. */
export function SiteHeader() {
  const { t } = useTranslation();
  return (
    <header className="border-b border-rule bg-sheet print:hidden">
      <div className="sheet-width flex flex-wrap items-center gap-x-6 gap-y-3 py-3">
        <Link to="/" className="flex items-center gap-3" aria-label={t('homeLink')}>
          <SealMark className="h-14 w-auto" />
          <span className="leading-tight">
            <span className="block font-heading text-xl tracking-[0.12em]">{t('siteTitle')}</span>
            <span className="block text-xs text-faded">{t('siteMotto')}</span>
          </span>
        </Link>
        <nav aria-label={t('mainNavigation')} className="order-last w-full lg:order-none lg:w-auto">
          <ul className="flex flex-wrap gap-x-5 gap-y-1">
            {[
              { to: '/members', name: t('nav.members') },
              { to: '/resources', name: t('nav.resources') },
              { to: '/charter', name: t('nav.charter') },
            ].map(({ to, name }) => (
              <li key={to}>
                <NavLink to={to} className={item}>
                  {name}
                </NavLink>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </header>
  );
}
