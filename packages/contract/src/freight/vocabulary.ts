import { z } from 'zod';
import { hubKinds } from '../words.ts';

/** How cargo moves; `river` is inland waterway. */
export const transportModes = ['rail', 'sea', 'river', 'air', 'road'] as const;
export const transportMode = z.enum(transportModes);
export type TransportMode = z.infer<typeof transportMode>;

export const hubKind = z.enum(hubKinds);
export type HubKind = z.infer<typeof hubKind>;

/** Whether somebody published the figure or it was reckoned by the method of docs/freight.md. */
export const freightConfidences = ['published', 'estimated'] as const;
export const freightConfidence = z.enum(freightConfidences);
export type Confidence = z.infer<typeof freightConfidence>;

/** A retired hub or service stays readable; nothing is planned over it any more. */
export const freightStates = ['active', 'retired'] as const;
export const freightState = z.enum(freightStates);
export type FreightState = z.infer<typeof freightState>;
