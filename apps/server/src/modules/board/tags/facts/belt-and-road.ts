import type { BoardTags } from '@jiechuan/contract';

type Fact = BoardTags['beltAndRoad'][number];

/**
 * The official list as of June 2023: 152 countries. Their number by continent agrees with what was published; nobody has read
 * it again line by line, so each is of medium confidence until a person has.
 */
const official: Fact['source'] = {
  title: '中国一带一路网：已同中国签订共建“一带一路”合作文件的国家一览（截至2023年6月）',
  url: 'https://www.yidaiyilu.gov.cn/p/77298.html',
  date: null,
};

const listed =
  // Africa: 52
  'SD ZA SN SL CI SO CM SS SC GN GH ZM MZ GA NA MR AO DJ ET KE NG TD CG ZW DZ TZ BI CV UG GM TG RW MA MG TN LY EG GQ LR LS ' +
  'KM BJ ML NE CD BW CF GW ER BF ST MW ' +
  // Asia: 40
  'KR MN SG TL MY MM KH VN LA BN PK LK BD NP MV AE KW TR QA OM LB SA BH IR IQ AF AZ GE AM KZ KG TJ UZ TH ID PH YE SY PS TM ' +
  // Europe: 27, of which Italy is told apart below
  'CY RU AT GR PL RS CZ BG SK AL HR BA ME EE LT SI HU MK RO LV UA BY MD MT PT LU ' +
  // Oceania: 11
  'NZ PG WS NU FJ FM CK TO VU SB KI ' +
  // South America: 9
  'CL GY BO UY VE SR EC PE AR ' +
  // North America: 13, of which Panama is told apart below
  'CR SV DO TT AG DM GD BB CU JM NI HN';

/** What has changed since, or ends: each with its own source. */
const told: readonly Fact[] = [
  {
    country: 'IT',
    from: null,
    // The memorandum's five years ended; Italy had said in December 2023 that it wouldn't go on.
    until: '2024-03-23',
    confidence: 'medium',
    source: {
      title: 'Reuters: Italy formally withdraws from China’s Belt and Road Initiative',
      url: null,
      date: '2023-12-06',
    },
  },
  {
    country: 'PA',
    from: null,
    // 90 days after what the president told on that day; the list has not been read since.
    until: '2025-05-07',
    confidence: 'low',
    source: {
      title: 'CNA: Panama formally pulls out of China’s Belt and Road Initiative',
      url: 'https://www.channelnewsasia.com/world/panama-formally-pulls-out-chinas-belt-and-road-initiative-4922581',
      date: '2025-02-07',
    },
  },
  {
    country: 'JO',
    from: '2023-11-29',
    until: null,
    confidence: 'medium',
    source: {
      title: '外交部发言人汪文斌主持例行记者会：中国同约旦签署谅解备忘录',
      url: null,
      date: '2023-12-06',
    },
  },
  {
    country: 'NR',
    from: '2024-03-25',
    until: null,
    confidence: 'low',
    source: { title: '中华人民共和国和瑙鲁共和国联合声明', url: null, date: '2024-03-25' },
  },
  {
    country: 'CO',
    from: '2025-05-14',
    until: null,
    confidence: 'low',
    source: { title: '新华社：中国同哥伦比亚签署共建“一带一路”合作规划', url: null, date: '2025-05-14' },
  },
];

/** Countries with a Belt and Road cooperation document, each once. */
export const beltAndRoad: readonly Fact[] = [
  ...listed
    .split(' ')
    .map((country): Fact => ({ country, from: null, until: null, confidence: 'medium', source: official })),
  ...told,
].toSorted((one, other) => (one.country < other.country ? -1 : 1));
