import { z } from 'zod';
import { memberTags, temperatureClasses } from '../words.ts';

/** What an organisation is in the alliance. An admitted organisation acts in the role of its kind. */
export const memberKinds = [
  'secretariat',
  'council',
  'post',
  'association',
  'enterprise',
  'merchant',
  'provider',
  'government',
  'observer',
] as const;
export const memberKind = z.enum(memberKinds);
export type MemberKind = z.infer<typeof memberKind>;

/** Kinds somebody may apply for; the secretariat itself is set up by the command line. */
export const applicantKinds = memberKinds.filter((kind) => kind !== 'secretariat');
export const applicantKind = memberKind.exclude(['secretariat']);

export const organisationStates = ['applying', 'admitted', 'refused', 'suspended', 'left'] as const;
export const organisationState = z.enum(organisationStates);
export type OrganisationState = z.infer<typeof organisationState>;

/** The five continents of the alliance's associations. */
export const continents = ['asia', 'europe', 'africa', 'americas', 'oceania'] as const;
export const continent = z.enum(continents);
export type Continent = z.infer<typeof continent>;

export const memberTag = z.enum(memberTags);
export type MemberTag = z.infer<typeof memberTag>;

/** What members lend each other. */
export const resourceKinds = ['warehouse', 'shop', 'lawyer', 'chef', 'media', 'buyer'] as const;
export const resourceKind = z.enum(resourceKinds);
export type ResourceKind = z.infer<typeof resourceKind>;

export const temperatureClass = z.enum(temperatureClasses);
export type TemperatureClass = z.infer<typeof temperatureClass>;

/** UN/CEFACT Recommendation 20: square metre, cubic metre, pallet, piece, tonne, person, seat, month's orders (each). */
export const capacityUnits = ['MTK', 'MTQ', 'PF', 'H87', 'TNE', 'IE'] as const;
export const capacityUnit = z.enum(capacityUnits);

/** The questions of an application; the first two must be answered. */
export const applicationQuestions = ['purpose', 'offer', 'markets', 'compliance', 'referees'] as const;
