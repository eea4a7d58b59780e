export {
  codesWithin,
  divisions,
  findPlace,
  pathOf,
  placeNames,
  type Division,
  type Names,
} from './divisions.ts';
export { continentCodes, continentOf, countryCodes, type ContinentCode } from './countries.ts';
export { cities, findCity, type City } from './cities.ts';
