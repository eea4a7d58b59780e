import { z } from 'zod';
import { listProducts } from './catalogue/endpoints.ts';
import { endpoint } from './endpoint.ts';
import { organisationCard } from './members/profile.ts';
import { listResources } from './members/resource.ts';
import { resourceKind, temperatureClass } from './members/vocabulary.ts';
import { countryCode, idSchema } from './scalars.ts';

const tag = 'Search';
const q = z.string().trim().min(1).max(200);
const total = z.int();

export const searchAll = endpoint({
  operationId: 'search.searchAll',
  method: 'GET',
  path: '/search',
  tag,
  summary: 'One box for products, members and resources: the best of each, and how many there are',
  query: z.strictObject({
    q,
    /** Of each group. */
    limit: z.coerce.number().int().min(1).max(20).default(5),
  }),
  response: z.object({
    products: listProducts.response.pick({
      items: true,
      total: true,
      totalIsLowerBound: true,
      spelling: true,
    }),
    members: z.object({ items: z.array(organisationCard), total }),
    resources: listResources.response.pick({ items: true, total: true }),
  }),
});

export const suggest = endpoint({
  operationId: 'search.suggest',
  method: 'GET',
  path: '/suggestions',
  tag,
  summary:
    'While typing: names of products and members that go on like this, in any script, or have this code; what members offer, and where',
  query: z.strictObject({ q, limit: z.coerce.number().int().min(1).max(10).default(8) }),
  response: z.object({
    items: z.array(
      z.discriminatedUnion('of', [
        z.object({
          of: z.enum(['product', 'member']),
          id: idSchema,
          /** The name in the language that was typed in, else in the reader's. */
          text: z.string(),
        }),
        /** What may be asked of the list of resources; null is everything. */
        z.object({
          of: z.literal('resource'),
          kind: resourceKind.nullable(),
          country: countryCode.nullable(),
          city: z.string().nullable(),
          temperatureClass: temperatureClass.nullable(),
          /** In the reader's language. */
          text: z.string(),
        }),
      ]),
    ),
  }),
});
