import type { KeptVisa } from '../tables.ts';

const extension2026 = {
  title:
    'China National Tourist Office London: China to extend unilateral visa-free policy for over 40 countries',
  url: 'https://www.cnto.org.uk/last-news-en/china-to-extend-unilateral-visa-free-policy-for-over-40-countries',
  date: '2025-11-04',
};
const canadaAndBritain = {
  title:
    'Xinhua: Китай введет безвизовый режим для граждан Канады и Великобритании с 17 февраля (Ministry of Foreign Affairs)',
  url: 'https://russian.news.cn/20260215/003c839afd4c469b93d45fd5f3a508d3/c.html',
  date: '2026-02-15',
};
const malaysia = {
  title: 'Xinhua: China-Malaysia mutual visa-free agreement comes into force',
  url: 'http://en.people.cn/n3/2025/0717/c90000-20341663.html',
  date: '2025-07-17',
};
const azerbaijan = {
  title: 'AZERTAC: Mutual visa exemption agreement between Azerbaijan and China enters into force',
  url: 'https://azertag.az/en/xeber/mutual_visa_exemption_agreement_between_azerbaijan_and_china_enters_into_force-3659575',
  date: '2025-07-16',
};
const singaporeAndThailand = {
  title: 'World Elevator & Escalator Expo: About Visa (agreements of February and March 2024), as read',
  url: 'http://en.elevator-expo.com/index.php/news/showNews/nid/677.shtml',
  date: '2026-11-27',
};
/** Countries whose groups alone are exempt (Laos, Moldova, Turkmenistan), or officials alone, are left out. */
const listOfAgreements = {
  title:
    'ct-by.com: Visa-free entry to China (mutual agreements, after the Ministry’s treaty database), as read',
  url: 'https://ct-by.com/en/details-about-visa-free-entry-to-china-from-other-countries',
  date: '2026-11-27',
};
const visaClasses = {
  title:
    'Regulations of the People’s Republic of China on the Administration of the Entry and Exit of Foreigners, article 6 (M: commerce and trade)',
  url: 'https://en.nia.gov.cn/n147418/n147463/index.html',
  date: '2013-07-22',
};
const entryAndExitLaw = {
  title: 'Exit and Entry Administration Law of the People’s Republic of China, articles 9 to 11',
  url: 'https://en.nia.gov.cn/n147418/n147463/index.html',
  date: '2012-06-30',
};

const until2026 = { rule: 'unilateralWaiver', days: 30, validTo: '2026-12-31', confidence: 'high' } as const;
const forGood = { rule: 'mutualWaiver', days: 30, validTo: null } as const;

/** What is known, by those whose ordinary passports it is of. Days are those of one stay. */
const known: { of: string; note: KeptVisa }[] = [
  {
    of:
      'FR DE IT NL ES CH IE HU AT BE LU AU NZ PL PT GR CY SI SK FI NO DK IS MC LI AD KR BG RO HR ME MK MT EE LV JP BR AR CL PE UY ' +
      'SA OM KW BH SE',
    note: { ...until2026, source: extension2026 },
  },
  { of: 'CA GB', note: { ...until2026, source: canadaAndBritain } },
  { of: 'MY', note: { ...forGood, source: malaysia, confidence: 'high' } },
  { of: 'AZ', note: { ...forGood, source: azerbaijan, confidence: 'high' } },
  { of: 'SG TH', note: { ...forGood, source: singaporeAndThailand, confidence: 'high' } },
  {
    of: 'AL AG AM BS BB BA DM EC FJ GD KZ MV MU QA SM RS SC SR TO AE',
    note: { ...forGood, source: listOfAgreements, confidence: 'medium' },
  },
  {
    of: 'CN HK MO TW',
    note: { rule: 'ownPapers', days: null, validTo: null, source: entryAndExitLaw, confidence: 'high' },
  },
];

/** The notes that come with the software, by country (ISO 3166-1 alpha-2). The secretariat corrects them on its page. */
export const shippedVisas: ReadonlyMap<string, KeptVisa> = new Map(
  known.flatMap(({ of, note }) => of.split(' ').map((country) => [country, note])),
);

/** Where nothing is known of a waiver: a visa of class M with a letter of invitation, for certain of nothing. */
export const ordinaryVisa: KeptVisa = {
  rule: 'businessVisa',
  days: null,
  validTo: null,
  source: visaClasses,
  confidence: 'low',
};
