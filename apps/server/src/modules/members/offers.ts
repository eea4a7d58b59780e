import type { MemberResource } from '@jiechuan/contract';
import { message } from '../../platform/i18n/messages.ts';
import { cityIn } from './places.ts';
import type { Offer } from './resource.sql.ts';

/** What may be asked of the list of resources; null is everything. */
export interface BroadOffer {
  kind: MemberResource['kind'] | null;
  country: string | null;
  city: string | null;
  temperatureClass: MemberResource['temperatureClass'];
}

/** What a line tells of an offer, the most telling first. */
const views: readonly (readonly ('kind' | 'town' | 'temperature')[])[] = [
  ['kind', 'town', 'temperature'],
  ['kind', 'town'],
  ['kind', 'temperature'],
  ['town'],
  ['kind'],
];

/**
 * What was found in few lines: of each offer as much as still fits into `limit` lines, so that “Budapest” is the town, “chilled”
 * all that is chilled and both together the warehouses there. Where nothing fits, the kinds in each town that most offer.
 * @param offers the most frequent first
 */
export function broadly(offers: readonly Offer[], limit: number): BroadOffer[] {
  const lines = views.map((view) => grouped(offers, view));
  return lines.find((some) => some.length <= limit) ?? lines[1]!.slice(0, limit);
}

function grouped(offers: readonly Offer[], view: (typeof views)[number]): BroadOffer[] {
  const counted = new Map<string, { line: BroadOffer; count: number }>();
  for (const { kind, country, city, temperature_class: temperatureClass, count } of offers) {
    const town = view.includes('town');
    const line: BroadOffer = {
      kind: view.includes('kind') ? kind : null,
      country: town ? country : null,
      // A town is one, in whichever language members wrote it.
      city: town ? cityIn(country, city, 'en') : null,
      temperatureClass: view.includes('temperature') ? temperatureClass : null,
    };
    const key = JSON.stringify(line).toLowerCase();
    counted.set(key, { line, count: (counted.get(key)?.count ?? 0) + count });
  }
  return [...counted.values()].toSorted((a, b) => b.count - a.count).map(({ line }) => line);
}

/** Such as “Warehouse · chilled · Budapest”. */
export function wordsOf({ kind, country, city, temperatureClass }: BroadOffer, language: string): string {
  const words = [
    ...(kind === null ? [] : [message(language, `members.resource.${kind}`)]),
    ...(temperatureClass === null ? [] : [message(language, `members.temperature.${temperatureClass}`)]),
    ...(country === null || city === null ? [] : [cityIn(country, city, language)]),
  ].join(' · ');
  return words.charAt(0).toLocaleUpperCase(language) + words.slice(1);
}
