import { PassThrough } from 'node:stream';
import { CSPProvider } from '@base-ui/react/csp-provider';
import { createReadableStreamFromReadable } from '@react-router/node';
import { isbot } from 'isbot';
import { renderToPipeableStream } from 'react-dom/server';
import { I18nextProvider } from 'react-i18next';
import { ServerRouter, type EntryContext, type RouterContextProvider } from 'react-router';
import { catalogueOf } from './platform/catalogues.server.ts';
import { NonceContext } from './platform/nonce.ts';
import { readerContext } from './platform/reader.ts';

/** Milliseconds a page may take to be drawn whole. */
export const streamTimeout = 10_000;

/** Draws a page: what is ready at once, the rest as it comes; whole for robots, which don't wait. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  routerContext: EntryContext,
  loadContext: RouterContextProvider,
): Promise<Response> {
  const { language, nonce } = loadContext.get(readerContext);
  headers.set('content-type', 'text/html; charset=utf-8');
  if (request.method === 'HEAD') return Promise.resolve(new Response(null, { status, headers }));
  const ready = isbot(request.headers.get('user-agent')) ? 'onAllReady' : 'onShellReady';
  return new Promise((resolve, reject) => {
    let sent = false;
    const { pipe, abort } = renderToPipeableStream(
      <NonceContext value={nonce}>
        <CSPProvider nonce={nonce}>
          <I18nextProvider i18n={catalogueOf(language)}>
            <ServerRouter context={routerContext} url={request.url} nonce={nonce} />
          </I18nextProvider>
        </CSPProvider>
      </NonceContext>,
      {
        nonce,
        [ready]() {
          sent = true;
          const body = new PassThrough({ final: (done) => (clearTimeout(late), done()) });
          pipe(body);
          resolve(new Response(createReadableStreamFromReadable(body), { status, headers }));
        },
        onShellError: reject,
        onError(error) {
          status = 500;
          if (sent) console.error(error);
        },
      },
    );
    const late = setTimeout(abort, streamTimeout);
  });
}
