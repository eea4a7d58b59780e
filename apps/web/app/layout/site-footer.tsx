import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { themes, type Theme } from '../platform/themes.ts';

const choice =
  'border border-transparent px-2 py-1 hover:border-field aria-pressed:border-seal aria-pressed:text-seal';

/** Language and theme, as plain forms that work without script, and what the site is. */
export function SiteFooter(props: {
  languages: readonly string[];
  language: string;
  theme: Theme;
  development: boolean;
}) {
  const { t } = useTranslation();
  const { pathname, search } = useLocation();
  const back = <input type="hidden" name="back" value={pathname + search} />;
  return (
    <footer className="mt-8 border-t border-rule bg-sheet text-sm print:hidden">
      <div className="sheet-width flex flex-wrap items-start justify-between gap-x-10 gap-y-4 py-6">
        <div className="measure">
          <p className="text-faded">{t('footer.about')}</p>
          <p className="mt-2 flex gap-4">
            <Link to="/verify" className="link">
              {t('nav.verify')}
            </Link>
            <a href="/api/docs" className="link">
              {t('nav.api')}
            </a>
            {props.development && (
              <Link to="/outbox" className="link">
                {t('nav.outbox')}
              </Link>
            )}
          </p>
        </div>
        <div className="flex flex-wrap gap-x-8 gap-y-3">
          <form
            method="post"
            action="/preferences"
            aria-label={t('footer.language')}
            className="flex flex-wrap gap-1"
          >
            {back}
            {props.languages.map((one) => (
              <button
                key={one}
                name="language"
                value={one}
                lang={one}
                aria-pressed={one === props.language}
                className={choice}
              >
                {ownName(one)}
              </button>
            ))}
          </form>
          <form
            method="post"
            action="/preferences"
            aria-label={t('footer.theme')}
            className="flex flex-wrap gap-1"
          >
            {back}
            {themes.map((one) => (
              <button
                key={one}
                name="theme"
                value={one}
                aria-pressed={one === props.theme}
                className={choice}
              >
                {t(`theme.${one}`)}
              </button>
            ))}
          </form>
        </div>
      </div>
    </footer>
  );
}

/** A language's name for itself: 中文, English, русский. */
function ownName(tag: string): string {
  const primary = tag.split('-')[0]!;
  return new Intl.DisplayNames([tag], { type: 'language' }).of(primary) ?? tag;
}
