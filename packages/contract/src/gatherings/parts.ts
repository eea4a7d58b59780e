import { z } from 'zod';
import { idSchema } from '../scalars.ts';

export const tag = 'Gatherings';
export const params = z.strictObject({ id: idSchema });
export const texts = z.record(z.string(), z.string());
export const party = z.object({ id: idSchema, names: texts });
export const pair = z.object({ a: party, b: party });
