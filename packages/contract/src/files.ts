import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { idSchema } from './scalars.ts';

export const openFile = endpoint({
  operationId: 'files.openFile',
  method: 'GET',
  path: '/files/:id',
  tag: 'Files',
  summary:
    'A file: public ones for everybody, others for their organisation, their sender and the secretariat',
  params: z.strictObject({ id: idSchema }),
  query: z.strictObject({
    /** A picture at this width at most, px. */
    width: z.enum(['320', '960']).optional(),
  }),
  produces: 'application/octet-stream',
});
