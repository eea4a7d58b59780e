import type { PostalService, QueryOf, quoteParcel as endpoint, ResponseOf, Worded } from '@jiechuan/contract';
import { postalServices } from '@jiechuan/contract';
import { Problem } from '../../../platform/errors.ts';
import { continentOf } from '../../../platform/geography/index.ts';
import { message } from '../../../platform/i18n/messages.ts';
import { freightProblems } from '../problems.ts';
import { emsTo, parcel, postalTariffs, smallPacket, type PostalLimits } from './postal-rules.ts';

type Query = QueryOf<typeof endpoint>;

const rulesOf = (service: PostalService, country: string) =>
  service === 'small-packet' ? smallPacket : service === 'parcel' ? parcel : emsTo(country);

/**
 * Which postal services take a parcel, every rule that it breaks, and what is offered where the one asked for is
 * refused: EMS before the slow parcel. Goods with batteries and dangerous goods are refused by all of ordinary post.
 * @throws Problem freight.countryUnknown
 */
export function quoteParcel(query: Query, language: string): ResponseOf<typeof endpoint> {
  if (!continentOf(query.country))
    throw new Problem(freightProblems.countryUnknown, { country: query.country });
  const items = postalServices.map((service) => {
    const { limits, source } = rulesOf(service, query.country);
    const reasons = reasonsAgainst(query, limits).map(([code, params]): Worded => ({
      code: `freight.${code}`,
      message: message(language, `freight.${code}`, params),
    }));
    const { price, days } = tariffOf(service, query);
    const accepted = reasons.length === 0;
    return {
      service,
      accepted,
      reasons,
      limits,
      price: accepted ? { amount: price, currency: 'CNY', confidence: 'estimated' as const } : null,
      days: { from: days[0], to: days[1], confidence: 'estimated' as const },
      source,
    };
  });
  const taken = (service: PostalService) => items.find((one) => one.service === service)!.accepted;
  const accepted = taken(query.service);
  return {
    asked: query.service,
    accepted,
    offered: accepted ? null : ((['ems', 'parcel', 'small-packet'] as const).find(taken) ?? null),
    items,
  };
}

type Reason = [code: string, params: Record<string, string | number>];

function reasonsAgainst(query: Query, limits: PostalLimits): Reason[] {
  const sides = [query.lengthMm, query.widthMm, query.heightMm].toSorted((a, b) => b - a);
  const [longest = 0, middle = 0, shortest = 0] = sides;
  const sum = longest + middle + shortest;
  const girth = longest + 2 * (middle + shortest);
  const reasons: Reason[] = [];
  if (query.weightG > limits.maxGrams)
    reasons.push(['parcelTooHeavy', { grams: query.weightG, most: limits.maxGrams }]);
  if (longest > limits.maxLongestMm)
    reasons.push(['parcelTooLong', { millimetres: longest, most: limits.maxLongestMm }]);
  if (limits.maxSumMm !== null && sum > limits.maxSumMm)
    reasons.push(['parcelTooLarge', { millimetres: sum, most: limits.maxSumMm }]);
  if (limits.maxLengthAndGirthMm !== null && girth > limits.maxLengthAndGirthMm)
    reasons.push(['parcelGirth', { millimetres: girth, most: limits.maxLengthAndGirthMm }]);
  if (query.batteries) reasons.push(['parcelBatteries', {}]);
  if (query.dangerous) reasons.push(['parcelDangerous', {}]);
  return reasons;
}

const zoneOf = (country: string): 0 | 1 | 2 => {
  const continent = continentOf(country);
  return continent === 'AS' ? 0 : continent === 'EU' || continent === 'NA' || continent === 'OC' ? 1 : 2;
};

function tariffOf(service: PostalService, { country, weightG }: Query) {
  const { firstGrams, nextGrams, zones } = postalTariffs[service];
  const { first, next, days } = zones[zoneOf(country)];
  const further = Math.max(0, Math.ceil((weightG - firstGrams) / nextGrams));
  return { price: first + further * next, days };
}
