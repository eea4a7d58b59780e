import fc from 'fast-check';

/** The part of JSON Schema 2020-12 that the contract's schemas print. */
export interface JsonSchema {
  type?: string;
  const?: unknown;
  enum?: unknown[];
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  allOf?: JsonSchema[];
  $ref?: string;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  additionalProperties?: JsonSchema | boolean;
  propertyNames?: JsonSchema;
  items?: JsonSchema;
  minItems?: number;
  maxItems?: number;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
  pattern?: string;
  format?: string;
  examples?: unknown[];
}

/**
 * Values that fit a schema, as far as a schema can tell; refinements of ours may still refuse them.
 * @param ids where ids come from; made up unless told
 */
export function arbitraryFor(
  schema: JsonSchema,
  ids: fc.Arbitrary<string> = fc.uuid({ version: 7 }),
): fc.Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  // Where the schema can't tell what fits, it says some that do.
  if (schema.examples) return fc.constantFrom(...schema.examples);
  const alternatives = schema.anyOf ?? schema.oneOf;
  if (alternatives) return fc.oneof(...alternatives.map((one) => arbitraryFor(one, ids)));
  switch (schema.type) {
    case 'object':
      return objectFor(schema, ids);
    case 'array':
      return fc.array(schema.items ? arbitraryFor(schema.items, ids) : fc.jsonValue(), {
        minLength: schema.minItems ?? 0,
        maxLength: Math.min(schema.maxItems ?? 4, 4),
      });
    case 'integer':
    case 'number':
      return fc.integer({
        min: Math.max(schema.minimum ?? schema.exclusiveMinimum ?? -(2 ** 31), -(2 ** 52)),
        max: Math.min(schema.maximum ?? 2 ** 31, 2 ** 52),
      });
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'string':
      return schema.format === 'uuid' ? ids : stringFor(schema);
    default:
      return fc.jsonValue();
  }
}

function objectFor(schema: JsonSchema, ids: fc.Arbitrary<string>): fc.Arbitrary<unknown> {
  if (schema.properties) {
    const entries = Object.entries(schema.properties).map(
      ([key, value]) => [key, arbitraryFor(value, ids)] as const,
    );
    return fc.record(Object.fromEntries(entries), { requiredKeys: schema.required ?? [] });
  }
  const value =
    typeof schema.additionalProperties === 'object'
      ? arbitraryFor(schema.additionalProperties, ids)
      : fc.jsonValue();
  return fc.dictionary(
    (schema.propertyNames ? arbitraryFor(schema.propertyNames) : fc.string()) as fc.Arbitrary<string>,
    value,
    { maxKeys: 3 },
  );
}

function stringFor(schema: JsonSchema): fc.Arbitrary<string> {
  if (schema.format === 'date')
    return fc
      .date({ min: new Date('1970-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
      .map((day) => day.toISOString().slice(0, 10));
  if (schema.format === 'date-time')
    return fc
      .date({ min: new Date('1970-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
      .map((day) => day.toISOString());
  if (schema.format === 'email') return fc.emailAddress();
  if (schema.format === 'uri') return fc.webUrl();
  if (schema.pattern) return fc.stringMatching(new RegExp(schema.pattern));
  return fc.string({
    unit: 'grapheme',
    minLength: schema.minLength ?? 0,
    maxLength: Math.min(schema.maxLength ?? 40, 60),
  });
}
