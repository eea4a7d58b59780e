import type { Tour } from '@jiechuan/contract';

const extension2026 = {
  title:
    'China National Tourist Office London: China to extend unilateral visa-free policy for over 40 countries',
  url: 'https://www.cnto.org.uk/last-news-en/china-to-extend-unilateral-visa-free-policy-for-over-40-countries',
  date: '2025-11-04',
};
const visaClasses = {
  title:
    'Regulations of the People’s Republic of China on the Administration of the Entry and Exit of Foreigners, article 6 (M: commerce and trade)',
  url: 'https://en.nia.gov.cn/n147418/n147463/index.html',
  date: '2013-07-22',
};

/** Ordinary passports that need no visa for business of up to 30 days, as announced by the Ministry of Foreign Affairs. */
const waived = new Set(
  (
    'FR DE IT NL ES CH IE HU AT BE LU AU NZ PL PT GR CY SI SK FI NO DK IS MC LI AD KR BG RO HR ME MK MT EE LV JP BR AR CL PE UY ' +
    'SA OM KW BH SE'
  ).split(' '),
);

/**
 * What guests of a country need to enter China for business, as far as it is known. Where nothing is known of a waiver the
 * ordinary way is told: a visa of class M with a letter of invitation. `holds` is false for what ends before the tour does.
 */
export function visaNoteFor(country: string, lastDay: string): Tour['visa'] {
  if (waived.has(country))
    return {
      rule: 'unilateralWaiver',
      days: 30,
      validTo: '2026-12-31',
      holds: lastDay <= '2026-12-31',
      source: extension2026,
      confidence: 'high',
    };
  return {
    rule: 'businessVisa',
    days: null,
    validTo: null,
    holds: true,
    source: visaClasses,
    confidence: 'medium',
  };
}
