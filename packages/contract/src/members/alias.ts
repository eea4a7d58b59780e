import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { idSchema, languageTag } from '../scalars.ts';
import { plainText } from '../text.ts';

export const aliasKinds = ['transliteration', 'abbreviation', 'former-name', 'trade-name'] as const;

const aliasFields = {
  /** Another spelling of the body's name, or of the person who speaks for it. */
  text: plainText(200),
  about: z.enum(['body', 'person']),
  kind: z.enum(aliasKinds),
  language: languageTag.nullable(),
  /** Where the spelling is found: a title and place, or an address. */
  source: plainText(500).nullable(),
  /** The words of the source that carry it. */
  quote: plainText(1000).nullable(),
};

/** Another spelling, sourced where it can be. Normalised, so that two spellings find one record. */
export const aliasSchema = z.object({ id: idSchema, ...aliasFields });
export type OrganisationAlias = z.infer<typeof aliasSchema>;

export const addAlias = endpoint({
  operationId: 'members.addAlias',
  method: 'POST',
  path: '/members/:id/aliases',
  tag: 'Members',
  summary: 'Add a spelling by which the organisation is found',
  params: z.strictObject({ id: idSchema }),
  body: z
    .strictObject({
      ...aliasFields,
      about: aliasFields.about.default('body'),
      kind: aliasFields.kind.default('transliteration'),
      language: aliasFields.language.default(null),
      source: aliasFields.source.default(null),
      quote: aliasFields.quote.default(null),
    })
    .superRefine((value, context) => {
      if (value.quote !== null && value.source === null) {
        context.addIssue({
          code: 'custom',
          path: ['source'],
          params: { code: 'members.quoteNeedsSource' },
        });
      }
    }),
  response: aliasSchema,
  status: 201,
});

export const removeAlias = endpoint({
  operationId: 'members.removeAlias',
  method: 'DELETE',
  path: '/members/:id/aliases/:aliasId',
  tag: 'Members',
  summary: 'Remove a spelling',
  params: z.strictObject({ id: idSchema, aliasId: idSchema }),
  status: 204,
});
