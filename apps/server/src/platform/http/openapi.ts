import swagger from '@fastify/swagger';
import { problemSchema } from '@jiechuan/contract';
import type { FastifyInstance } from 'fastify';
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod';

/** Prints OpenAPI 3.1 from the mounted contract. Register before the routes. */
export async function describeApi(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Jiechuan',
        version: '1',
        description:
          'The alliance’s API. Errors are RFC 9457 problem documents in the language of Accept-Language. Lists are cursor pages. Edits say If-Match; every POST may say Idempotency-Key.',
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      },
      servers: [{ url: '/' }],
      components: {
        securitySchemes: {
          session: { type: 'apiKey', in: 'cookie', name: 'better-auth.session_token' },
          apiKey: { type: 'http', scheme: 'bearer' },
        },
      },
      security: [{}, { session: [] }, { apiKey: [] }],
    },
    transform: (input) => {
      const endpoint = input.route.config?.endpoint;
      if (!endpoint) return { schema: { ...input.schema, hide: true }, url: input.url };
      const schema = {
        ...input.schema,
        response: { ...(input.schema?.response as object | undefined), default: problemSchema },
      };
      const described = jsonSchemaTransform({ ...input, schema: schema });
      const extra = described.schema as Record<string, unknown>;
      if (endpoint.upload) {
        extra['consumes'] = ['multipart/form-data'];
        extra['body'] = {
          type: 'object',
          required: ['file'],
          properties: { file: { type: 'string', format: 'binary', maxLength: endpoint.upload.maxBytes } },
        };
      }
      if (endpoint.produces) extra['produces'] = [endpoint.produces];
      return described;
    },
    transformObject: jsonSchemaTransformObject,
  });
  app.get('/api/openapi.json', { schema: { hide: true } as never }, (_, reply) => reply.send(app.swagger()));
}
