import { createClient } from '@jiechuan/contract';
import { createRequestHandler, RouterContextProvider, type ServerBuild } from 'react-router';
import * as build from 'virtual:react-router/server-build';
import { readerContext, type PageContext } from './platform/reader.ts';

const answer = createRequestHandler(build as unknown as ServerBuild, import.meta.env.MODE);

/** The page for a request (or only its data), drawn for `page`'s reader; the body streams. */
export function handle(request: Request, page: PageContext): Promise<Response> {
  const context = new RouterContextProvider();
  context.set(readerContext, {
    ...page,
    client: createClient({ baseUrl: '', fetch: page.fetch }),
    address: addressOf(new URL(request.url)),
  });
  return answer(request, context);
}

/** Path and query as the reader sees them: the router asks for `/members.data?_routes=…` in between. */
function addressOf({ pathname, searchParams }: URL): string {
  const query = new URLSearchParams(searchParams);
  query.delete('_routes');
  const path = pathname.replace(/(?:^\/_root|\/?_)?\.data$/, '') || '/';
  return query.size > 0 ? `${path}?${query}` : path;
}
