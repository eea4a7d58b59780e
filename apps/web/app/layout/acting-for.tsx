import type { OrganisationChoice } from '@jiechuan/contract';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { inLanguage, useWords } from '../ui/text.ts';

/** How many organisations the header offers; more are on the page of them all. */
const most = 8;

/**
 * For whom a person of several organisations acts, and the others to change to. A disclosure with a plain form,
 * so that it works without script; everything of the page is then read anew.
 */
export function ActingFor({ organisations }: { organisations: OrganisationChoice[] }) {
  const { t } = useTranslation();
  const { language } = useWords();
  const acting = organisations.find((one) => one.acting);
  if (!acting || organisations.length < 2) return null;
  const name = inLanguage(acting.names, language);
  const others = organisations.filter((one) => !one.acting).slice(0, most);
  return (
    <>
      <ChosenElsewhere acting={acting.id} />
      <details className="group relative min-w-0">
        <summary
          className="flex list-none items-center gap-1.5 border border-rule px-2 py-1 hover:border-field group-open:border-field [&::-webkit-details-marker]:hidden"
          title={name.text}
        >
          <span className="sr-only">{t('acting.for')} </span>
          <span lang={name.lang} className="block max-w-36 truncate sm:max-w-56">
            {name.text}
          </span>
          <svg viewBox="0 0 10 6" aria-hidden="true" className="w-2.5 shrink-0 group-open:rotate-180">
            <path d="M1 1l4 4 4-4" fill="none" stroke="currentColor" strokeWidth="1.5" />
          </svg>
        </summary>
        <form
          method="post"
          action="/organisations"
          aria-label={t('acting.change')}
          className="absolute start-0 top-full z-40 mt-1 grid w-72 max-w-[calc(100vw-2rem)] border border-field bg-sheet sm:start-auto sm:end-0"
        >
          <p className="px-3 pt-2 pb-1 text-xs text-faded">{t('acting.change')}</p>
          {others.map(({ id, names }) => {
            const { text, lang } = inLanguage(names, language);
            return (
              <button
                key={id}
                name="id"
                value={id}
                lang={lang}
                className="border-t border-rule px-3 py-2 text-start hover:bg-wash hover:text-seal"
              >
                {text}
              </button>
            );
          })}
          <Link to="/organisations" className="border-t border-rule px-3 py-2 text-celadon-ink hover:bg-wash">
            {t('acting.all')}
          </Link>
        </form>
      </details>
    </>
  );
}

/** The place in this browser where its tabs tell each other for whom they act. */
const place = 'acting-for';

/** Warns in a tab that was opened for one organisation when another was chosen in another tab. */
function ChosenElsewhere({ acting }: { acting: string }) {
  const { t } = useTranslation();
  const [elsewhere, setElsewhere] = useState(false);
  useEffect(() => {
    localStorage.setItem(place, acting);
    const heed = ({ key, newValue }: StorageEvent) => {
      if (key === place) setElsewhere(newValue !== acting);
    };
    window.addEventListener('storage', heed);
    return () => window.removeEventListener('storage', heed);
  }, [acting]);
  if (!elsewhere) return null;
  return (
    <p
      role="alert"
      className="fixed inset-x-0 bottom-0 z-50 border-t-4 border-seal bg-alarm-wash px-4 py-3 text-center"
    >
      {t('acting.elsewhere')}{' '}
      <button type="button" className="link" onClick={() => window.location.assign('/organisation')}>
        {t('acting.follow')}
      </button>
    </p>
  );
}
