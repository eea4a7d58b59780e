import type { FastifyInstance } from 'fastify';

interface Schema {
  $ref?: string;
  type?: string | string[];
  format?: string;
  enum?: unknown[];
  const?: unknown;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
  additionalProperties?: Schema | boolean;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  maxItems?: number;
  pattern?: string;
  default?: unknown;
}
interface Operation {
  operationId: string;
  summary?: string;
  tags?: string[];
  parameters?: { name: string; in: string; required?: boolean; schema: Schema }[];
  requestBody?: { content: Record<string, { schema: Schema }> };
  responses: Record<string, { description: string; content?: Record<string, { schema: Schema }> }>;
}
interface Document {
  info: { title: string; version: string; description: string };
  paths: Record<string, Record<string, Operation>>;
}

const escape = (text: unknown): string =>
  String(text).replace(
    /[&<>"]/g,
    (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]!,
  );

/** `/api/docs`: the reference, made from the same document as `/api/openapi.json`; no script, prints well. */
export function mountReference(app: FastifyInstance): void {
  app.get('/api/docs', { schema: { hide: true } as never }, (request, reply) =>
    reply.type('text/html; charset=utf-8').send(page(app.swagger() as unknown as Document, request.cspNonce)),
  );
}

function page({ info, paths }: Document, nonce: string): string {
  const byTag = new Map<string, string[]>();
  for (const [address, methods] of Object.entries(paths)) {
    for (const [method, operation] of Object.entries(methods)) {
      const tag = operation.tags?.[0] ?? 'other';
      byTag.set(tag, [...(byTag.get(tag) ?? []), section(method, address, operation)]);
    }
  }
  const tags = [...byTag.keys()].toSorted();
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escape(info.title)} API ${escape(info.version)}</title><style nonce="${nonce}">${style}</style></head><body>
<header><h1>${escape(info.title)} API</h1><p>${escape(info.description)}</p><p><a href="/api/openapi.json">openapi.json</a></p></header>
<nav aria-label="Groups">${tags.map((tag) => `<a href="#${escape(tag)}">${escape(tag)}</a>`).join(' ')}</nav>
<main>${tags.map((tag) => `<h2 id="${escape(tag)}">${escape(tag)}</h2>${byTag.get(tag)!.join('')}`).join('')}</main></body></html>`;
}

function section(method: string, address: string, operation: Operation): string {
  const parameters = (operation.parameters ?? []).map(
    ({ name, in: place, required, schema }) =>
      `<tr><td><code>${escape(name)}</code></td><td>${escape(place)}${required ? ', required' : ''}</td><td>${describe(schema, 0)}</td></tr>`,
  );
  const bodies = Object.entries(operation.requestBody?.content ?? {}).map(
    ([type, { schema }]) => `<h4>Body · ${escape(type)}</h4>${describe(schema, 0)}`,
  );
  const answers = Object.entries(operation.responses).map(([status, { content }]) => {
    const schema = Object.values(content ?? {})[0]?.schema;
    return `<details><summary>${status === 'default' ? 'otherwise: problem document' : escape(status)}</summary>${schema ? describe(schema, 0) : ''}</details>`;
  });
  return `<section id="${escape(operation.operationId)}"><h3><code><b>${method.toUpperCase()}</b> ${escape(address)}</code></h3>
<p>${escape(operation.summary ?? '')} <small>${escape(operation.operationId)}</small></p>
${parameters.length > 0 ? `<table><tbody>${parameters.join('')}</tbody></table>` : ''}${bodies.join('')}${answers.join('')}</section>`;
}

/** A schema in words and nested lists, at most eight levels deep. */
function describe(schema: Schema, depth: number): string {
  if (depth > 8) return '…';
  if (schema.$ref) return `<a href="/api/openapi.json">${escape(schema.$ref.split('/').at(-1))}</a>`;
  if (schema.const !== undefined) return `<code>${escape(JSON.stringify(schema.const))}</code>`;
  if (schema.enum) return schema.enum.map((value) => `<code>${escape(value)}</code>`).join(' | ');
  const alternatives = schema.anyOf ?? schema.oneOf;
  if (alternatives) return alternatives.map((one) => describe(one, depth + 1)).join(' | ');
  if (schema.properties) {
    const required = new Set(schema.required);
    const lines = Object.entries(schema.properties).map(
      ([name, value]) =>
        `<li><code>${escape(name)}</code>${required.has(name) ? '' : '?'}: ${describe(value, depth + 1)}</li>`,
    );
    return `<ul>${lines.join('')}</ul>`;
  }
  if (schema.items)
    return `array of ${describe(schema.items, depth + 1)}${bounds({ 'at most': schema.maxItems })}`;
  if (typeof schema.additionalProperties === 'object')
    return `map to ${describe(schema.additionalProperties, depth + 1)}`;
  const name = [schema.type ?? 'any', schema.format].filter(Boolean).join(', ');
  const large = (value: number | undefined) =>
    value !== undefined && Math.abs(value) >= Number.MAX_SAFE_INTEGER ? undefined : value;
  return `${escape(name)}${bounds({
    from: large(schema.minimum),
    to: large(schema.maximum),
    'min length': schema.minLength,
    'max length': schema.maxLength,
    default: schema.default,
  })}`;
}

function bounds(values: Record<string, unknown>): string {
  const said = Object.entries(values).filter(([, value]) => value !== undefined);
  return said.length > 0
    ? ` (${said.map(([name, value]) => `${name} ${escape(JSON.stringify(value))}`).join(', ')})`
    : '';
}

const style = `:root{color-scheme:light dark;--paper:#faf8f3;--ink:#1d1b19;--red:#b3261e;--line:#d9d3c7}
@media(prefers-color-scheme:dark){:root{--paper:#191714;--ink:#ece7dd;--red:#f0958c;--line:#3d3831}}
body{margin:0 auto;max-width:62rem;padding:1.5rem;background:var(--paper);color:var(--ink);font:15px/1.55 system-ui,sans-serif}
h1,h2{font-family:"Noto Serif SC","Songti SC",serif}h2{margin-top:2.5rem;border-bottom:2px solid var(--red)}
h3{margin:0}h3 b{color:var(--red)}section{border-top:1px solid var(--line);padding:.9rem 0}a{color:inherit}
nav a{margin-right:.8rem}table{border-collapse:collapse}td{padding:.1rem .9rem .1rem 0;vertical-align:top}
ul{margin:.2rem 0;padding-left:1.2rem}code{overflow-wrap:anywhere}small{opacity:.75}`;
