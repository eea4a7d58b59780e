import { z } from 'zod';

/** Unified social credit code, GB 32100-2015: 18 characters, the last a check character. */
export const creditCode = z.string().regex(/^[0-9A-HJ-NP-RTUWXY]{18}$/);
