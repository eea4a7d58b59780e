import { listIntroductions, listMyOrganisations } from '@jiechuan/contract';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import {
  isRouteErrorResponse,
  Links,
  Outlet,
  Scripts,
  ScrollRestoration,
  useLocation,
  useMatches,
  useRouteLoaderData,
  type ShouldRevalidateFunctionArgs,
} from 'react-router';
import type { Route } from './+types/root';
import './app.css';
import { forgetPages } from './features/gatherings/keep-page.ts';
import { keepsRelations } from './features/network/keeps-relations.ts';
import { useKeyboard } from './layout/keyboard.ts';
import { ProblemPage } from './layout/problem-page.tsx';
import { SiteFooter } from './layout/site-footer.tsx';
import { SiteHeader } from './layout/site-header.tsx';
import { languages } from './platform/languages.ts';
import { useNonce } from './platform/nonce.ts';
import { attempt, readerContext } from './platform/reader.ts';

export async function loader({ context }: Route.LoaderArgs) {
  const { theme, origin, reader, development } = context.get(readerContext);
  // Without these the page lacks a choice or a count and nothing else.
  const own =
    reader?.organisationId && (await attempt(context, listMyOrganisations, { query: { limit: 100 } }));
  const waiting =
    keepsRelations(reader) &&
    (await attempt(context, listIntroductions, { query: { part: 'toAnswer', limit: 1 } }));
  return {
    theme,
    origin,
    reader,
    development,
    organisations: own && own.ok ? own.value.items : [],
    introductionsToAnswer: waiting && waiting.ok ? waiting.value.total : 0,
  };
}

/** Who reads doesn't change from link to link, only when something was done. */
export const shouldRevalidate = ({ formMethod }: ShouldRevalidateFunctionArgs) =>
  formMethod !== undefined && formMethod !== 'GET';

export function Layout({ children }: { children: React.ReactNode }) {
  const { t, i18n } = useTranslation();
  const nonce = useNonce();
  const root = useRouteLoaderData<typeof loader>('root');
  const texts = new Set(['common', ...useMatches().flatMap(textsOf)]);
  const { pathname } = useLocation();
  useKeyboard();
  const owner = root && (root.reader?.id ?? null);
  useEffect(() => {
    // What is kept for one person is nobody else's, however they came to have this browser.
    if (owner !== undefined) void forgetPages(owner);
  }, [owner]);
  return (
    <html lang={i18n.language} data-theme={root?.theme ?? 'system'} data-texts={[...texts].join(' ')}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="theme-color" content="#B3261E" />
        <link rel="icon" href="/seal.svg" type="image/svg+xml" />
        {root &&
          languages.map((one) => (
            <link key={one} rel="alternate" hrefLang={one} href={`${root.origin}${pathname}?lang=${one}`} />
          ))}
        {root && <link rel="alternate" hrefLang="x-default" href={`${root.origin}${pathname}`} />}
        <Links nonce={nonce} />
      </head>
      <body className="flex min-h-dvh flex-col">
        <a
          href="#content"
          className="sr-only bg-seal px-3 py-2 text-on-seal focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-50"
        >
          {t('skipToContent')}
        </a>
        <SiteHeader
          person={root?.reader ?? null}
          organisations={root?.organisations ?? []}
          introductionsToAnswer={root?.introductionsToAnswer ?? 0}
        />
        <main id="content" tabIndex={-1} className="sheet-width flex-1 py-6 outline-none sm:py-9">
          {children}
        </main>
        <SiteFooter
          languages={languages}
          language={i18n.language}
          theme={root?.theme ?? 'system'}
          development={root?.development ?? false}
        />
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

export default function Root() {
  return <Outlet />;
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return isRouteErrorResponse(error) ? (
    <ProblemPage status={error.status} problem={error.data} />
  ) : (
    <ProblemPage status={500} />
  );
}

/** Namespaces a route says its page is worded with: `export const handle = { texts: ['members'] }`. */
function textsOf({ handle }: { handle: unknown }): string[] {
  return (handle as { texts?: string[] } | undefined)?.texts ?? [];
}
