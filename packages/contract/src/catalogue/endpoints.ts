import { z } from 'zod';
import { formed } from '../form.ts';
import { endpoint } from '../endpoint.ts';
import {
  calendarDate,
  countryCode,
  idSchema,
  instant,
  oneOrMany,
  pageOf,
  pageQuery,
  version,
} from '../scalars.ts';
import { sheetEndpoints } from '../sheets.ts';
import { localisedPlainText, plainText, searchText } from '../text.ts';
import { productCard, productChange, productInput, productPage, variantInput } from './product.ts';
import { certificateKind, productState, storageClass } from './vocabulary.ts';

const tag = 'Products';
const productParams = z.strictObject({ id: idSchema });
const facet = z.array(z.object({ value: z.string(), count: z.int() }));

export const productSorts = ['relevance', 'newest', 'name', 'price'] as const;

/** Filters of the product list; values of one filter are alternatives, filters narrow one another. */
export const productFilters = {
  q: z.string().trim().max(200).optional(),
  /** GB/T 2260 code: 2 digits a province, 4 a prefecture, 6 a county. */
  origin: oneOrMany(formed('division', /^[1-9]\d(\d\d){0,2}$/)),
  category: oneOrMany(formed('category', /^[a-z0-9-]{1,40}$/)),
  storage: oneOrMany(storageClass),
  /** Markets it has a variant for. */
  market: oneOrMany(countryCode),
  certificate: oneOrMany(certificateKind),
  gi: z.stringbool().optional(),
  organisation: idSchema.optional(),
  /** Public price in minor units of CNY. */
  priceMin: z.coerce.number().int().min(0).max(1_000_000_000_000).optional(),
  priceMax: z.coerce.number().int().min(0).max(1_000_000_000_000).optional(),
} as const;

export const listProducts = endpoint({
  operationId: 'catalogue.listProducts',
  method: 'GET',
  path: '/products',
  tag,
  summary: 'Published products of admitted members: search, filter, sort, count',
  query: pageQuery.extend({
    ...productFilters,
    /** `relevance` where there is a `q`, else `newest`, unless told. */
    sort: z.enum(productSorts).optional(),
  }),
  response: pageOf(
    productCard.extend({
      /** Parts of the names that the query found, by language: [from, to) in UTF-16 units. */
      highlights: z.record(z.string(), z.array(z.tuple([z.int(), z.int()]))).optional(),
    }),
  ).extend({
    total: z.int(),
    /** True when there are more than `total`: counting stops at a bound. */
    totalIsLowerBound: z.boolean(),
    facets: z.object({
      origin: facet,
      category: facet,
      storage: facet,
      market: facet,
      certificate: facet,
      gi: facet,
      price: facet,
    }),
    /** Set where the words of the query were found only with another spelling. */
    spelling: z.string().nullable(),
  }),
});

export const getProduct = endpoint({
  operationId: 'catalogue.getProduct',
  method: 'GET',
  path: '/products/:id',
  tag,
  summary: 'A product: published for everybody, otherwise for its enterprise and the secretariat',
  params: productParams,
  response: productPage,
  versioned: true,
});

export const createProduct = endpoint({
  operationId: 'catalogue.createProduct',
  method: 'POST',
  path: '/products',
  tag,
  summary: 'Add a product as a draft',
  body: productInput,
  response: productPage,
  status: 201,
  versioned: true,
});

export const updateProduct = endpoint({
  operationId: 'catalogue.updateProduct',
  method: 'PATCH',
  path: '/products/:id',
  tag,
  summary: 'Change a product; each change is a version',
  params: productParams,
  body: productChange,
  response: productPage,
  versioned: true,
});

const move = (verb: 'publish' | 'withdraw', summary: string) =>
  endpoint({
    operationId: `catalogue.${verb}Product`,
    method: 'POST',
    path: `/products/:id/${verb}`,
    tag,
    summary,
    params: productParams,
    response: productPage,
    versioned: true,
  });
export const publishProduct = move('publish', 'Show a product to everybody; what is missing is named');
export const withdrawProduct = move('withdraw', 'Take a product out of the public lists');

export const listMyProducts = endpoint({
  operationId: 'catalogue.listMyProducts',
  method: 'GET',
  path: '/my/products',
  tag,
  summary: 'All products of the own organisation, drafts and withdrawn ones too',
  query: pageQuery.extend({ q: searchText.optional(), state: productState.optional() }),
  response: pageOf(
    z.object({
      id: idSchema,
      sku: z.string(),
      names: z.record(z.string(), z.string()),
      state: productState,
      category: z.string(),
      updatedAt: instant,
      version,
    }),
  ).extend({ total: z.int() }),
});

export const listVersions = endpoint({
  operationId: 'catalogue.listVersions',
  method: 'GET',
  path: '/products/:id/versions',
  tag,
  summary: 'The versions of a product, newest first',
  params: productParams,
  query: pageQuery,
  response: pageOf(z.object({ version, at: instant, by: z.string().nullable(), state: productState })),
});

export const [exportVersionsCsv, exportVersionsXlsx] = sheetEndpoints({
  operation: 'catalogue.exportVersions',
  path: '/products/:id/versions/export',
  tag,
  summary:
    'What each version of a product changed, the first version first, a row for each field, as a sheet',
  params: productParams,
});

export const diffVersions = endpoint({
  operationId: 'catalogue.diffVersions',
  method: 'GET',
  path: '/products/:id/versions/:from/:to',
  tag,
  summary: 'What differs between two versions, field by field',
  params: z.strictObject({
    id: idSchema,
    from: z.coerce.number().int().min(1).max(2_147_483_647),
    to: z.coerce.number().int().min(1).max(2_147_483_647),
  }),
  response: z.object({
    changes: z.array(
      z.object({
        /** `names.en`, `packing.0.netGrams`. */
        path: z.string(),
        /** The field's name in the reader's language. */
        field: z.string(),
        before: z.unknown(),
        after: z.unknown(),
      }),
    ),
  }),
});

export const addPhoto = endpoint({
  operationId: 'catalogue.addPhoto',
  method: 'POST',
  path: '/products/:id/photos',
  tag,
  summary: 'Add a photo (JPEG, PNG, WebP, AVIF); at most 12',
  params: productParams,
  upload: { maxBytes: 15 * 1024 * 1024 },
  response: productPage,
  status: 201,
});

export const arrangePhotos = endpoint({
  operationId: 'catalogue.arrangePhotos',
  method: 'PUT',
  path: '/products/:id/photos',
  tag,
  summary: 'Order, describe and drop photos: those not named go',
  params: productParams,
  body: z.strictObject({
    photos: z
      .array(z.strictObject({ fileId: idSchema, alt: localisedPlainText(300, 0).default({}) }))
      .max(12),
  }),
  response: productPage,
  versioned: true,
});

export const putVariant = endpoint({
  operationId: 'catalogue.putVariant',
  method: 'PUT',
  path: '/products/:id/variants/:market',
  tag,
  summary: 'What changes for a market',
  params: productParams.extend({ market: countryCode }),
  body: variantInput,
  response: productPage,
  versioned: true,
});
export const removeVariant = endpoint({
  operationId: 'catalogue.removeVariant',
  method: 'DELETE',
  path: '/products/:id/variants/:market',
  tag,
  summary: 'A market gets the product as it is',
  params: productParams.extend({ market: countryCode }),
  response: productPage,
  versioned: true,
});

export const certificateInput = z
  .strictObject({
    kind: certificateKind,
    number: plainText(100),
    issuer: plainText(200),
    validFrom: calendarDate.nullable().default(null),
    validUntil: calendarDate.nullable().default(null),
  })
  .refine(({ validFrom, validUntil }) => !validFrom || !validUntil || validFrom <= validUntil, {
    path: ['validUntil'],
    params: { code: 'catalogue.validityOrder' },
  });

export const addCertificate = endpoint({
  operationId: 'catalogue.addCertificate',
  method: 'POST',
  path: '/products/:id/certificates',
  tag,
  summary: 'Add a certificate',
  params: productParams,
  body: certificateInput,
  response: productPage,
  status: 201,
});
export const attachCertificateFile = endpoint({
  operationId: 'catalogue.attachCertificateFile',
  method: 'POST',
  path: '/products/:id/certificates/:certificateId/file',
  tag,
  summary: 'Attach the certificate’s own paper (PDF or picture)',
  params: productParams.extend({ certificateId: idSchema }),
  upload: { maxBytes: 15 * 1024 * 1024 },
  response: productPage,
  status: 201,
});
export const removeCertificate = endpoint({
  operationId: 'catalogue.removeCertificate',
  method: 'DELETE',
  path: '/products/:id/certificates/:certificateId',
  tag,
  summary: 'Remove a certificate',
  params: productParams.extend({ certificateId: idSchema }),
  response: productPage,
});

export const getProductTotals = endpoint({
  operationId: 'catalogue.getProductTotals',
  method: 'GET',
  path: '/product-totals',
  tag,
  summary: 'How far the alliance is: of 1,000 enterprises, of 10,000 products, from live rows',
  response: z.object({
    products: z.object({ published: z.int(), goal: z.int() }),
    enterprises: z.object({ withProducts: z.int(), admitted: z.int(), goal: z.int() }),
    byCategory: facet,
  }),
});
