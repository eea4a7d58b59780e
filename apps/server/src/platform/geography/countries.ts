/** Africa, Antarctica, Asia, Europe, North America (with Central America and the Caribbean), Oceania, South America. */
export const continentCodes = ['AF', 'AN', 'AS', 'EU', 'NA', 'OC', 'SA'] as const;
export type ContinentCode = (typeof continentCodes)[number];

/**
 * ISO 3166-1 alpha-2 by continent, as UN M49 groups them; M49's Latin America and the Caribbean is parted into North and
 * South America at the border of Panama and Colombia. Names of countries come from `Intl.DisplayNames`.
 */
const countriesByContinent: Record<ContinentCode, string> = {
  AF:
    'AO BF BI BJ BW CD CF CG CI CM CV DJ DZ EG EH ER ET GA GH GM GN GQ GW IO KE KM LR LS LY MA MG ML MR MU MW MZ NA NE ' +
    'NG RE RW SC SD SH SL SN SO SS ST SZ TD TF TG TN TZ UG YT ZA ZM ZW',
  AN: 'AQ',
  AS:
    'AE AF AM AZ BD BH BN BT CN CY GE HK ID IL IN IQ IR JO JP KG KH KP KR KW KZ LA LB LK MM MN MO MV MY NP OM PH PK PS ' +
    'QA SA SG SY TH TJ TL TM TR TW UZ VN YE',
  EU:
    'AD AL AT AX BA BE BG BY CH CZ DE DK EE ES FI FO FR GB GG GI GR HR HU IE IM IS IT JE LI LT LU LV MC MD ME MK MT NL ' +
    'NO PL PT RO RS RU SE SI SJ SK SM UA VA',
  NA:
    'AG AI AW BB BL BM BQ BS BZ CA CR CU CW DM DO GD GL GP GT HN HT JM KN KY LC MF MQ MS MX NI PA PM PR SV SX TC TT US ' +
    'VC VG VI',
  OC: 'AS AU CC CK CX FJ FM GU HM KI MH MP NC NF NR NU NZ PF PG PN PW SB TK TO TV UM VU WF WS',
  SA: 'AR BO BR BV CL CO EC FK GF GS GY PE PY SR UY VE',
};

const continentByCountry = new Map(
  continentCodes.flatMap((continent) =>
    countriesByContinent[continent]
      .split(' ')
      .map((country): [string, ContinentCode] => [country, continent]),
  ),
);

/** All ISO 3166-1 alpha-2 codes, in alphabetical order. */
export const countryCodes: readonly string[] = [...continentByCountry.keys()].toSorted();

/** The continent of an ISO 3166-1 alpha-2 code; undefined where there is no such country. */
export const continentOf = (country: string): ContinentCode | undefined => continentByCountry.get(country);
