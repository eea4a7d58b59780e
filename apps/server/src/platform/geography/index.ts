export { codesWithin, divisions, findPlace, pathOf, placeNames, type Names } from './divisions.ts';
export { continentCodes, continentOf, countryCodes, type ContinentCode } from './countries.ts';
export { cities, findCity } from './cities.ts';
