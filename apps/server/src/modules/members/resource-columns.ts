import type { addResource, BodyOf } from '@jiechuan/contract';
import { Problem } from '../../platform/errors.ts';
import { resourceWords } from './organisation-words.ts';
import { continentOf } from './places.ts';
import { membersProblems } from './problems.ts';

/** The columns of an offered resource, its index text included. @throws Problem members.countryUnknown */
export function resourceColumnsOf(resource: BodyOf<typeof addResource>) {
  if (!continentOf(resource.country)) {
    throw new Problem(membersProblems.countryUnknown, { country: resource.country });
  }
  const columns = {
    kind: resource.kind,
    country: resource.country,
    city: resource.city,
    capacity_amount: resource.capacity?.amount ?? null,
    capacity_unit: resource.capacity?.unit ?? null,
    temperature_class: resource.temperatureClass,
    descriptions: JSON.stringify(resource.descriptions),
    contact: resource.contact && JSON.stringify(resource.contact),
  };
  const words = resourceWords({ ...columns, descriptions: resource.descriptions });
  return { ...columns, search: words.vector, search_text: words.text };
}
