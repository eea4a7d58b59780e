import type { Policy } from '../../platform/policy.ts';

export const freightPolicy: Policy = {};
