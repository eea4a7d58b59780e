import { z } from 'zod';
import { formed } from '../form.ts';
import { ruleEffects, confidences, habitTopics } from '../words.ts';

/** Customs unions (and unions of standards) whose rules their members inherit. */
export const marketUnions = ['EU', 'EAEU', 'GCC'] as const;
export const marketUnion = z.enum(marketUnions);
export type MarketUnion = z.infer<typeof marketUnion>;

/** Where a rule or a charge holds: a country (ISO 3166-1 alpha-2), a union, or WORLD for what holds everywhere. */
export const area = formed('area', /^([A-Z]{2}|EAEU|GCC|WORLD)$/);

export const ruleEffect = z.enum(ruleEffects);
export type RuleEffect = z.infer<typeof ruleEffect>;

export const confidence = z.enum(confidences);
export type MarketConfidence = z.infer<typeof confidence>;

export const outcomes = ['pass', 'gap', 'unknown'] as const;
export const outcome = z.enum(outcomes);
export type Outcome = z.infer<typeof outcome>;

/** What a product's checks come to. Unknown is never clear. */
export const entries = ['refused', 'unknown', 'needsDocuments', 'clear'] as const;
export const entry = z.enum(entries);
export type Entry = z.infer<typeof entry>;

export const habitTopic = z.enum(habitTopics);
export type HabitTopic = z.infer<typeof habitTopic>;

/** Nobody has spoken · somebody there confirms it and nobody contests it · somebody there contests it. */
export const habitStatuses = ['unconfirmed', 'confirmed', 'contested'] as const;
export const habitStatus = z.enum(habitStatuses);
export type HabitStatus = z.infer<typeof habitStatus>;

export const voices = ['confirms', 'contests'] as const;
export const voice = z.enum(voices);
export type Voice = z.infer<typeof voice>;

/** tradeDefence: anti-dumping, countervailing and safeguard duties, which come on top of the duty. */
export const chargeKinds = ['duty', 'tradeDefence', 'vat', 'excise', 'fee'] as const;
export const chargeKind = z.enum(chargeKinds);
export type ChargeKind = z.infer<typeof chargeKind>;

/** What a rate is taken of: the value at the exporter's port, at the importer's port, or that with duty. */
export const chargeBases = ['fob', 'cif', 'cifPlusDuty'] as const;
export const chargeBasis = z.enum(chargeBases);
export type ChargeBasis = z.infer<typeof chargeBasis>;
