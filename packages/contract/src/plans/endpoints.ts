import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { formed } from '../form.ts';
import {
  calendarDate,
  countryCode,
  idSchema,
  instant,
  languageTag,
  pageOf,
  pageQuery,
  version,
} from '../scalars.ts';
import { sheetEndpoints } from '../sheets.ts';
import { searchText } from '../text.ts';
import { planAssumptions, planInput } from './input.ts';
import { planResult, planVerdict } from './result.ts';
import { planStates, planSorts } from '../words.ts';

const tag = 'Plans';
const planParams = z.strictObject({ id: idSchema });
const number = z.coerce.number().int().min(1).max(1_000_000);

const state = z.enum(planStates);
/** What made a plan doubtful since its last version. */
const reopening = z.object({
  at: instant,
  cause: z.enum(['rule', 'product', 'service']),
  /** Code of the rule, SKU, or service. */
  subject: z.string(),
  change: z.string(),
});

export const planPage = z.object({
  id: idSchema,
  organisationId: idSchema,
  state,
  reopenings: z.array(reopening).max(100),
  /** As asked for; behind a link without what its maker keeps to itself. */
  input: planInput.extend({ assumptions: planAssumptions.nullable() }),
  result: planResult,
  createdAt: instant,
  updatedAt: instant,
  /** Who made this version. */
  by: z.string().nullable(),
  /** The reader may change it. */
  mine: z.boolean(),
  /** The version shown; `version` is the newest, which an edit must name. */
  number: z.int(),
  version,
});
export type PlanPage = z.output<typeof planPage>;

const planCard = z.object({
  id: idSchema,
  state,
  product: z.object({ id: idSchema, sku: z.string(), names: z.record(z.string(), z.string()) }),
  market: countryCode,
  quantity: z.int(),
  verdict: planVerdict,
  arrivesAt: instant.nullable(),
  perUnitFen: z.int().nullable(),
  updatedAt: instant,
  version,
});

export const createPlan = endpoint({
  operationId: 'plans.createPlan',
  method: 'POST',
  path: '/plans',
  tag,
  summary:
    'The answer for a product and a market: may it enter, by which road, how fresh, at what cost, what next',
  body: planInput,
  response: planPage,
  status: 201,
  versioned: true,
});

export const previewPlan = endpoint({
  operationId: 'plans.previewPlan',
  method: 'POST',
  path: '/plans/preview',
  tag,
  summary: 'The same answer, kept nowhere',
  body: planInput,
  response: planResult,
});

const planFilters = {
  /** Words of the product's name or SKU, or of the market. */
  q: searchText.optional(),
  product: idSchema.optional(),
  market: countryCode.optional(),
  state: state.optional(),
  verdict: planVerdict.optional(),
} as const;

export const listPlans = endpoint({
  operationId: 'plans.listPlans',
  method: 'GET',
  path: '/plans',
  tag,
  summary: 'Plans of the own organisation, of all for the secretariat; those put aside only when asked for',
  query: pageQuery.extend({ ...planFilters, sort: z.enum(planSorts).default('newest') }),
  response: pageOf(planCard).extend({ total: z.int() }),
});

export const [exportPlansCsv, exportPlansXlsx] = sheetEndpoints({
  operation: 'plans.exportPlans',
  path: '/plans/export',
  tag,
  summary: 'The list of plans as a sheet; at most 20,000',
  query: z.strictObject({ ...planFilters, sort: z.enum(planSorts).default('newest') }),
});

export const getPlan = endpoint({
  operationId: 'plans.getPlan',
  method: 'GET',
  path: '/plans/:id',
  tag,
  summary: 'A plan as it now stands, or one of its versions',
  params: planParams,
  query: z.strictObject({ number: number.optional() }),
  response: planPage,
  versioned: true,
});

export const updatePlan = endpoint({
  operationId: 'plans.updatePlan',
  method: 'PATCH',
  path: '/plans/:id',
  tag,
  summary: 'Reckon a plan anew, with other wishes or today’s facts: its next version',
  params: planParams,
  body: z.strictObject(
    Object.fromEntries(
      Object.entries(planInput.shape)
        .filter(([key]) => key !== 'productId' && key !== 'market')
        .map(([key, schema]) => [
          key,
          (schema instanceof z.ZodDefault ? schema.unwrap() : (schema as z.ZodType)).optional(),
        ]),
    ) as {
      [K in Exclude<keyof typeof planInput.shape, 'productId' | 'market'>]: z.ZodOptional<
        z.ZodType<z.output<(typeof planInput.shape)[K]>>
      >;
    },
  ),
  response: planPage,
  versioned: true,
});

export const archivePlan = endpoint({
  operationId: 'plans.archivePlan',
  method: 'POST',
  path: '/plans/:id/archive',
  tag,
  summary: 'Put a plan aside; its versions are kept, and restoring or changing it brings it back',
  params: planParams,
  response: planPage,
  versioned: true,
});

export const restorePlan = endpoint({
  operationId: 'plans.restorePlan',
  method: 'POST',
  path: '/plans/:id/restore',
  tag,
  summary: 'Put a plan that was put aside back as it was; what changed meanwhile is told',
  params: planParams,
  response: planPage,
  versioned: true,
});

export const listPlanVersions = endpoint({
  operationId: 'plans.listPlanVersions',
  method: 'GET',
  path: '/plans/:id/versions',
  tag,
  summary: 'Versions of a plan, the newest first',
  params: planParams,
  query: pageQuery,
  response: pageOf(
    z.object({ version, at: instant, by: z.string().nullable(), verdict: planVerdict, on: calendarDate }),
  ),
});

const compared = z.object({
  planId: idSchema,
  version,
  on: calendarDate,
  product: z.object({ sku: z.string(), names: z.record(z.string(), z.string()) }),
  market: countryCode,
  quantity: z.int(),
  verdict: planVerdict,
  entry: z.string(),
  costFen: z.int().nullable(),
  daysTenths: z.int().nullable(),
  co2eGrams: z.int().nullable(),
  lifeLeftDays: z.int().nullable(),
  perUnitFen: z.int().nullable(),
  shelfPriceFen: z.int().nullable(),
  lowerBound: z.boolean(),
  gaps: z.int(),
});
export const comparePlans = endpoint({
  operationId: 'plans.comparePlans',
  method: 'GET',
  path: '/plans/:id/compare',
  tag,
  summary: 'Two versions of a plan, or two plans, side by side, and what differs',
  params: planParams,
  query: z.strictObject({
    from: number,
    /** The other plan; the same one unless told. */
    with: idSchema.optional(),
    to: number,
  }),
  response: z.object({
    left: compared,
    right: compared,
    /** What was asked for differently, by path. */
    changes: z.array(
      z.object({ path: z.string(), field: z.string(), before: z.unknown(), after: z.unknown() }),
    ),
    /** Rules that came out otherwise. */
    checks: z.array(
      z.object({ code: z.string(), before: z.string().nullable(), after: z.string().nullable() }),
    ),
  }),
});

const shareSchema = z.object({
  id: idSchema,
  /** `link`: whoever has the link; `members`: signed-in members with the link. */
  audience: z.enum(['link', 'members']),
  /** Whether the landed cost is shown. */
  costs: z.boolean(),
  expiresOn: calendarDate,
  createdAt: instant,
  by: z.string().nullable(),
});
export const sharePlan = endpoint({
  operationId: 'plans.sharePlan',
  method: 'POST',
  path: '/plans/:id/shares',
  tag,
  summary: 'Make a link to a plan; it is shown this once',
  params: planParams,
  body: z.strictObject({
    audience: shareSchema.shape.audience.default('members'),
    costs: z.boolean().default(false),
    expiresOn: calendarDate,
  }),
  response: shareSchema.extend({ token: z.string() }),
  status: 201,
  secretAnswer: true,
});
export const listPlanShares = endpoint({
  operationId: 'plans.listPlanShares',
  method: 'GET',
  path: '/plans/:id/shares',
  tag,
  summary: 'Links to a plan that still open it',
  params: planParams,
  response: z.object({ items: z.array(shareSchema).max(50) }),
});
export const unsharePlan = endpoint({
  operationId: 'plans.unsharePlan',
  method: 'DELETE',
  path: '/plans/:id/shares/:shareId',
  tag,
  summary: 'Close a link for good',
  params: planParams.extend({ shareId: idSchema }),
  status: 204,
});
const token = formed('shareToken', /^[A-Za-z0-9_-]{43}$/);
export const openSharedPlan = endpoint({
  operationId: 'plans.openSharedPlan',
  method: 'GET',
  path: '/shared-plan',
  tag,
  summary: 'The plan behind a link, without what its maker keeps to itself',
  /** In the query, not the path: paths are logged. */
  query: z.strictObject({ token }),
  response: planPage,
});

export const printPlan = endpoint({
  operationId: 'plans.printPlan',
  method: 'GET',
  path: '/plans/:id/document',
  tag,
  summary: 'The plan as PDF, in Chinese and a language of the market; the same input gives the same bytes',
  params: planParams,
  query: z.strictObject({ number: number.optional(), language: languageTag.optional() }),
  produces: 'application/pdf',
});
