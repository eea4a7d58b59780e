import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { idSchema } from '../scalars.ts';
import { party } from './parts.ts';

const tongue = z.string().regex(/^[a-z]{2,3}$/);
const between = z.tuple([tongue, tongue]);

/** Pairs of languages that one gathering has interpreters for at most. */
export const mostInterpreterPairs = 50;

/** How many interpreters a gathering has who go between two languages: `zh` and `ru`, without script or country. */
export const interpreters = z
  .array(z.strictObject({ between, count: z.int().min(1).max(500) }))
  .max(mostInterpreterPairs)
  .refine((all) => all.every(({ between: [one, other] }) => one !== other), {
    params: { code: 'gatherings.sameLanguage' },
  })
  .refine((all) => new Set(all.map((one) => one.between.toSorted().join(' '))).size === all.length, {
    params: { code: 'gatherings.pairTwice' },
  });
export type Interpreters = z.infer<typeof interpreters>;

/**
 * Whether two understand each other. `shared`: in a language of both. `booked`: one of the gathering's interpreters is
 * theirs then. `short`: there is none left. `unknown`: one of them has said no language.
 */
export const understandings = ['shared', 'booked', 'short', 'unknown'] as const;

export const understanding = z.object({
  state: z.enum(understandings),
  /** The language that both speak. */
  language: z.string().nullable(),
  /** The two languages that are interpreted, or should be. */
  between: z.tuple([z.string(), z.string()]).nullable(),
});
export type Understanding = z.infer<typeof understanding>;

const interpreting = z.object({
  /** Of which meetings: those that were sought last, else those that are published; null where there are none. */
  of: z.enum(['sought', 'published']).nullable(),
  /** How many of them there are. */
  counts: z.record(z.enum(understandings), z.int()),
  /** Whole slots of them, as in the schedule. */
  meetings: z.array(understanding.extend({ slot: z.int(), table: z.int(), a: party, b: party })).max(500),
  /** The first slot whose meetings are not named any more; null where all are. */
  nextSlot: z.int().nullable(),
  /** Interpreters needed at once, by slot and pair of languages. */
  slots: z
    .array(
      z.object({
        slot: z.int(),
        between: z.tuple([z.string(), z.string()]),
        needed: z.int(),
        has: z.int(),
      }),
    )
    .max(20_000),
});
export type Interpreting = z.infer<typeof interpreting>;

export const getInterpreting = endpoint({
  operationId: 'gatherings.getInterpreting',
  method: 'GET',
  path: '/gatherings/:id/interpreting',
  tag: 'Gatherings',
  summary:
    'Which meetings of a gathering that one keeps need an interpreter, and whether there are enough at once',
  params: z.strictObject({ id: idSchema }),
  query: z.strictObject({
    /** The first slot whose meetings are named. */
    slot: z.coerce.number().int().min(1).max(80).default(1),
  }),
  response: interpreting,
});
