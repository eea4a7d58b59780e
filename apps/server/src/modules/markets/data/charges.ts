import type { ChargeRate } from '@jiechuan/contract';
import { noSource, type ShippedCharge, type ThreeTexts } from './shipped.ts';

const percent = (of: 'fob' | 'cif' | 'cifPlusDuty', value: number): ChargeRate => ({
  of,
  ppm: Math.round(value * 10_000),
});

const vatTable = {
  title: 'Worldwide VAT, GST and Sales Tax Rates 2026',
  url: 'https://determinedai.co/blog/worldwide-vat-gst-sales-tax-rates-2026',
  date: '2026-01-01',
};
const euTariff = {
  title: 'Common Customs Tariff of the EU (Combined Nomenclature), conventional duty',
  citation: 'Council Regulation (EEC) No 2658/87, annex I',
  url: 'https://eur-lex.europa.eu/eli/reg/1987/2658',
};
const vat = (area: string, rate: number, more: Partial<ShippedCharge> = {}): ShippedCharge => ({
  area,
  kind: 'vat',
  rate: percent('cifPlusDuty', rate),
  source: vatTable,
  confidence: 'medium',
  ...more,
});
/** A lower rate for food; which foods is the law's own list. */
const food = '02 03 04 07 08 09 10 11 12 16 17 18 19 20 21';
const mostFood: ThreeTexts = [
  '多数食品适用低税率；具体品目以法律清单为准。',
  'Most food has the lower rate; the law’s own list decides.',
  'Для большинства продуктов ставка ниже; решает перечень закона.',
];
const duty = (hs: string, rate: number, note?: ThreeTexts): ShippedCharge => ({
  area: 'EU',
  kind: 'duty',
  hs,
  rate: percent('cif', rate),
  note,
  source: euTariff,
  confidence: 'medium',
});

/** Only what has a source. A heading that isn't here is unknown, which every answer says; it is never nothing. */
export const shippedCharges: readonly ShippedCharge[] = [
  vat('DE', 19),
  vat('DE', 7, { hs: food, note: mostFood }),
  vat('FR', 20),
  vat('FR', 5.5, { hs: food, note: mostFood }),
  vat('IT', 22),
  vat('IT', 10, { hs: '1601 1602 2103 2106', note: mostFood, confidence: 'low' }),
  vat('ES', 21),
  vat('ES', 10, { hs: food, note: mostFood }),
  vat('NL', 21),
  vat('NL', 9, { hs: food, note: mostFood }),
  vat('PL', 23),
  vat('PL', 5, { hs: '02 03 04 07 08 10 11 16 19 20', note: mostFood, confidence: 'low' }),
  vat('HU', 27),
  vat('GB', 20),
  vat('GB', 0, {
    hs: '02 03 04 07 08 09 10 11 16 19 20 2103',
    note: [
      '多数食品零税率；酒类、糖果、薯片、热食除外。',
      'Most food is zero-rated; not alcohol, sweets, crisps and hot food.',
      'Большинство продуктов — по нулевой ставке; не алкоголь, сладости, чипсы и горячая еда.',
    ],
  }),
  vat('RU', 22, {
    source: {
      title: 'Federal law amending the Tax Code: VAT 22% from 1 January 2026',
      url: 'https://www.silkway.news/president-of-russian-federation-signed-156927',
      date: '2025-11-28',
    },
    confidence: 'high',
    from: '2026-01-01',
  }),
  vat('RU', 10, {
    hs: '02 03 04 0701 0702 0703 0704 0706 10 11 1601 1902',
    note: [
      '10% 仅适用于政府清单所列食品；水果、茶、调味品一般为 22%。',
      '10% only for food on the government’s list; fruit, tea and sauces mostly bear 22%.',
      '10% — только по перечню правительства; фрукты, чай и соусы обычно 22%.',
    ],
    confidence: 'low',
    from: '2026-01-01',
  }),
  vat('KZ', 16, {
    source: {
      title: 'Questions on the new Tax Code of Kazakhstan',
      url: 'https://www.enbekshiqazaq.kz/en/news/388991-top-questions-on-clarifying-the-norms-of.html',
      date: '2025-10-14',
    },
    confidence: 'high',
    from: '2026-01-01',
  }),
  vat('AE', 5, {
    source: {
      title: 'VAT and GST across jurisdictions',
      url: 'https://www.incorporate.ltd/en/guides/vat-gst-across-jurisdictions',
    },
  }),
  vat('SA', 15, {
    source: {
      title: 'VAT and GST across jurisdictions',
      url: 'https://www.incorporate.ltd/en/guides/vat-gst-across-jurisdictions',
    },
    from: '2020-07-01',
  }),
  vat('ZA', 15, {
    note: [
      '进口增值税基数为离岸价加 10% 再加关税，这里按到岸价近似。',
      'The base is FOB plus 10% plus duty; CIF plus duty stands in for it here.',
      'База — FOB плюс 10% и пошлина; здесь взято CIF плюс пошлина.',
    ],
  }),
  vat('JP', 10),
  vat('JP', 8, {
    hs: `${food} 15`,
    note: [
      '食品（酒类除外）适用 8%。',
      'Food other than alcohol bears 8%.',
      'Для продуктов, кроме алкоголя, 8%.',
    ],
  }),
  vat('KR', 10),
  vat('SG', 9, { from: '2024-01-01' }),
  vat('TH', 7),
  vat('ID', 11, {
    note: [
      '名义税率 12%，一般货物按 11/12 计税基，实际 11%。',
      'The nominal rate is 12%; for ordinary goods the base is eleven twelfths, so 11%.',
      'Номинально 12%; для обычных товаров база 11/12, то есть 11%.',
    ],
    from: '2025-01-01',
  }),
  vat('MY', 10, {
    note: [
      '销售税 5% 或 10%，部分食品免税；逐项核对。',
      'Sales tax of 5% or 10%, some food exempt: look it up.',
      'Налог с продаж 5% или 10%, часть продуктов освобождена.',
    ],
    confidence: 'low',
  }),
  vat('AU', 10),
  vat('CA', 5, {
    note: [
      '联邦商品服务税；各省另征。基本食品零税率。',
      'Federal GST; provinces add theirs. Basic groceries are zero-rated.',
      'Федеральный GST; провинции добавляют своё. Базовые продукты — 0%.',
    ],
  }),
  vat('MX', 16),
  vat('US', 0, {
    note: [
      '无联邦增值税；各州销售税由零售环节征收。',
      'There is no federal VAT; states tax the retail sale.',
      'Федерального НДС нет; штаты облагают розницу.',
    ],
    source: { title: 'Worldwide VAT, GST and Sales Tax Rates 2026', url: vatTable.url, date: vatTable.date },
  }),
  {
    area: 'BR',
    kind: 'vat',
    rate: null,
    note: [
      'ICMS、IPI、PIS/COFINS 叠加且正在改革，税负须逐项测算。',
      'ICMS, IPI and PIS/COFINS add up and are being reformed: have it worked out.',
      'ICMS, IPI и PIS/COFINS складываются и реформируются: рассчитывайте отдельно.',
    ],
    source: { title: noSource },
    confidence: 'low',
  },

  duty('2103', 7.7, ['210390 90 项下。', 'Of CN 2103 90 90.', 'По CN 2103 90 90.']),
  duty('200599', 17.6, ['2005 99 80 项下。', 'Of CN 2005 99 80.', 'По CN 2005 99 80.']),
  duty('080550', 6.4, [
    '柠檬另适用入境价格制度，低于入境价时加征从量税。',
    'Lemons come under entry prices: below them a specific duty is added.',
    'Для лимонов действует цена ввоза: ниже неё добавляется специфическая пошлина.',
  ]),
  duty('090210', 3.2),
  duty('090220 090230 090240', 0),
  duty('040900', 17.3),
  duty('160431', 20),
  duty('854142 854143', 0),
  duty('847130', 0),
  duty('850760', 2.7),
  duty('870380', 10),
  {
    area: 'EU',
    kind: 'tradeDefence',
    hs: '870380',
    rate: percent('cif', 35.3),
    note: [
      '反补贴税因生产商而异：比亚迪 17.0%、吉利 18.8%、上汽 35.3%、特斯拉上海 7.8%、其他合作企业 20.7%、其余 35.3%；此处取最高。',
      'Countervailing duty by producer: BYD 17.0%, Geely 18.8%, SAIC 35.3%, Tesla Shanghai 7.8%, other cooperating 20.7%, all others 35.3%; the highest stands here.',
      'Компенсационная пошлина по производителю: BYD 17,0%, Geely 18,8%, SAIC 35,3%, Tesla 7,8%, прочие сотрудничавшие 20,7%, остальные 35,3%; здесь наибольшая.',
    ],
    source: {
      title: 'Implementing Regulation (EU) 2024/2754',
      citation: 'Article 1',
      url: 'https://wisetechacademy.com/news/eu-imposes-countervailing-duties-on-imports-of-battery-electric-vehicles-bevs-from-china/',
      date: '2024-10-29',
    },
    confidence: 'high',
    from: '2024-10-30',
  },
  {
    area: 'SG',
    kind: 'duty',
    rate: percent('cif', 0),
    note: [
      '除酒、烟、机动车、石油产品外免关税。',
      'No duty but on alcohol, tobacco, motor vehicles and petroleum.',
      'Пошлины нет, кроме алкоголя, табака, автомобилей и нефтепродуктов.',
    ],
    source: { title: 'Singapore Customs, duties and dutiable goods', url: 'https://www.customs.gov.sg' },
    confidence: 'medium',
  },
  {
    area: 'SG',
    kind: 'duty',
    hs: '22 24 27 87',
    rate: null,
    note: [
      '应税商品，按酒精含量、重量等计征，须另查。',
      'Dutiable by alcohol, weight and the like: look it up.',
      'Облагается по содержанию спирта, весу и т. п.: смотрите отдельно.',
    ],
    source: { title: 'Singapore Customs, duties and dutiable goods', url: 'https://www.customs.gov.sg' },
    confidence: 'medium',
  },
  {
    area: 'AE',
    kind: 'duty',
    rate: percent('cif', 5),
    note: [
      '海湾统一关税一般为 5%；部分食品免税，酒 50%、烟 100%。',
      'The common tariff is 5% in general; some food is free, alcohol 50%, tobacco 100%.',
      'Единый тариф обычно 5%; часть продуктов беспошлинно, алкоголь 50%, табак 100%.',
    ],
    source: { title: 'Common Customs Tariff of the GCC' },
    confidence: 'medium',
  },
  {
    area: 'AE',
    kind: 'duty',
    hs: '2203 2204 2205 2206 2208',
    rate: percent('cif', 50),
    source: { title: 'Common Customs Tariff of the GCC' },
    confidence: 'medium',
  },
  {
    area: 'AU',
    kind: 'duty',
    rate: percent('fob', 0),
    note: [
      '凭中澳自贸协定原产地证书免关税；无证书一般 5%。',
      'Free under ChAFTA with a certificate of origin; without it mostly 5%.',
      'Беспошлинно по ChAFTA с сертификатом происхождения; без него обычно 5%.',
    ],
    source: { title: 'China–Australia Free Trade Agreement', citation: 'Annex I' },
    confidence: 'medium',
    from: '2019-01-01',
  },
  {
    area: 'US',
    kind: 'duty',
    rate: null,
    note: [
      '基本税率之外叠加 301 条款及其他附加关税，变动频繁，须按进口日查询。',
      'Section 301 and other additional duties come on top of the basic rate and change often: look up the day of import.',
      'К базовой ставке добавляются пошлины по разделу 301 и другие, часто меняются: смотрите на день ввоза.',
    ],
    source: { title: noSource },
    confidence: 'low',
  },
  {
    area: 'US',
    kind: 'fee',
    name: 'MPF',
    rate: percent('fob', 0.3464),
    note: [
      '货物处理费，每票有上下限（每年调整）。',
      'Merchandise processing fee, with a least and a most each entry (adjusted yearly).',
      'Сбор за обработку, с минимумом и максимумом на декларацию (ежегодно меняется).',
    ],
    source: {
      title: 'Merchandise processing fee',
      citation: '19 CFR 24.23',
      url: 'https://www.ecfr.gov/current/title-19/section-24.23',
    },
    confidence: 'medium',
  },
  {
    area: 'US',
    kind: 'fee',
    name: 'HMF',
    rate: percent('fob', 0.125),
    note: ['港口维护费，仅海运。', 'Harbour maintenance fee, by sea only.', 'Портовый сбор, только морем.'],
    source: {
      title: 'Harbor maintenance fee',
      citation: '19 CFR 24.24',
      url: 'https://www.ecfr.gov/current/title-19/section-24.24',
    },
    confidence: 'medium',
  },
];
