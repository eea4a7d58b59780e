import * as goods from '../goods.ts';
import { allergens, label, notResearched, papers, type ShippedRule } from '../shipped.ts';

const labelStandard = {
  title: 'GSO 9, Labelling of prepackaged foodstuffs (UAE.S GSO 9:2017; SFDA.FD/GSO 9)',
  url: 'https://www.trade.gov/knowledge-product/united-arab-emirates-labelingmarking-requirements',
  date: '2022-01-09',
};

export const gulfRules: readonly ShippedRule[] = [
  {
    code: 'GCC-FOOD-LABEL',
    effect: 'label',
    scope: goods.food,
    predicate: label('ar'),
    texts: [
      '食品标签须有阿拉伯文：名称、配料、添加剂、净含量、原产国、生产和失效日期等。日期须印在包装上，不得手写。',
      'The label is in Arabic: name, ingredients, additives, weight, origin, dates. Dates are printed on the pack, never written by hand.',
      'Маркировка на арабском: название, состав, добавки, масса, страна, даты. Даты напечатаны на упаковке, не от руки.',
    ],
    source: { ...labelStandard, citation: 'GSO 9, clause 5' },
    confidence: 'high',
  },
  {
    code: 'GCC-FOOD-ALLERGENS',
    effect: 'label',
    scope: goods.food,
    predicate: allergens('ar'),
    texts: [
      '过敏原须用阿拉伯文标明。',
      'Allergens are told in Arabic.',
      'Аллергены указываются на арабском.',
    ],
    source: labelStandard,
    confidence: 'medium',
  },
  {
    code: 'GCC-FOOD-HALAL',
    effect: 'blocks',
    scope: { ...goods.food, ingredients: goods.meat },
    predicate: papers('halal'),
    texts: [
      '含动物成分的食品须有认可机构的清真证书。',
      'Food with anything of an animal needs a halal certificate of an accepted body.',
      'Продуктам с животным сырьём нужен сертификат халяль признанного органа.',
    ],
    source: {
      title: 'Halal food requirements (GSO 2055-1); How to do business in the UAE: food labelling',
      citation: 'GSO 2055-1',
      url: 'https://www.studiozunarelli.com/en/how-to-do-business-in-uae/main-features-food-labeling-uae/',
    },
    confidence: 'medium',
  },
  {
    code: 'GCC-FOOD-LIFE-LEFT',
    effect: 'needsDocument',
    scope: goods.food,
    predicate: { is: 'lifeLeftAtLeast', permille: 500 },
    texts: [
      '到岸时剩余保质期不宜少于一半；各国、各类食品要求不同，须向进口商核对。',
      'At least half of the shelf life should be left on arrival; states and foods differ: ask the importer.',
      'При прибытии должна оставаться хотя бы половина срока годности; требования различаются — уточните у импортёра.',
    ],
    source: {
      title: 'GSO 150-1 and 150-2, Expiration dates for food products; the clause was not read',
      url: 'https://sfda.gov.sa/en/faq/88886',
    },
    confidence: 'low',
  },
  {
    code: 'GCC-FRUIT-PHYTO',
    effect: 'needsDocument',
    scope: goods.freshFruit,
    predicate: papers('phytosanitary'),
    texts: [
      '鲜果须附植物检疫证书。',
      'Fresh fruit comes with a phytosanitary certificate.',
      'Свежие фрукты ввозятся с фитосанитарным сертификатом.',
    ],
    source: { title: 'GCC Agricultural Quarantine Law; the article was not read' },
    confidence: 'low',
  },
  {
    code: 'GCC-TOYS-GMARK',
    effect: 'needsDocument',
    scope: goods.toys,
    predicate: papers('product-registration'),
    texts: [
      '玩具须有海湾符合性标志（G-Mark）。',
      'Toys carry the Gulf conformity mark (G-Mark).',
      'Игрушки несут знак соответствия стран Залива (G-Mark).',
    ],
    source: { title: 'Gulf Technical Regulation on toys BD-131704-01' },
    confidence: 'medium',
  },
  {
    code: 'GCC-OTHER',
    effect: 'blocks',
    scope: goods.otherThan(goods.food, goods.toys),
    predicate: notResearched,
    texts: [
      '该类商品在海湾国家的准入要求尚未研究。',
      'What the Gulf states ask of these goods has not been researched yet.',
      'Требования стран Залива к этим товарам ещё не изучены.',
    ],
    source: { title: 'None yet' },
    confidence: 'low',
  },
  {
    code: 'AE-FOOD-REGISTRATION',
    effect: 'needsDocument',
    scope: goods.food,
    predicate: papers('product-registration'),
    texts: [
      '食品须由当地持照人在 ZAD 平台（迪拜市政等）逐项注册后方可进口。',
      'Each food is registered on the ZAD platform (Dubai Municipality and others) by a local licence holder before it comes in.',
      'Каждый продукт до ввоза регистрирует местный лицензиат на платформе ZAD (муниципалитет Дубая и др.).',
    ],
    source: {
      title: 'Packed food product registration in the UAE (ZAD)',
      citation: 'Federal Law No 10 of 2015 on food safety',
      url: 'https://www.gccfilings.com/know-about-packed-food-product-registration-in-the-uae/',
    },
    confidence: 'medium',
  },
  {
    code: 'AE-SPIRITS-LICENCE',
    effect: 'blocks',
    scope: goods.spirits,
    predicate: papers('import-permit'),
    texts: [
      '酒类只能由特许经销商进口；食品不得含酒精。',
      'Alcoholic drinks are imported by authorised distributors only; food holds no alcohol.',
      'Алкоголь ввозят только уполномоченные дистрибьюторы; в продуктах алкоголя нет.',
    ],
    source: {
      title: 'How to do business in the UAE: food labelling',
      url: 'https://www.studiozunarelli.com/en/how-to-do-business-in-uae/main-features-food-labeling-uae/',
    },
    confidence: 'medium',
  },
  {
    code: 'AE-FOOD-PORK',
    effect: 'needsDocument',
    scope: goods.food,
    predicate: { is: 'ingredientAbsent', ingredients: ['pork', 'lard'] },
    texts: [
      '含猪肉产品只能由特许经销商进口并单独陈列。',
      'Products with pork are imported by authorised distributors only and shown apart.',
      'Продукты со свининой ввозят только уполномоченные дистрибьюторы и выставляют отдельно.',
    ],
    source: {
      title: 'How to do business in the UAE: food labelling',
      url: 'https://www.studiozunarelli.com/en/how-to-do-business-in-uae/main-features-food-labeling-uae/',
    },
    confidence: 'medium',
  },
  {
    code: 'SA-FOOD-REGISTRATION',
    effect: 'needsDocument',
    scope: goods.food,
    predicate: papers('product-registration', 'facility-registration'),
    texts: [
      '进口商和产品须在沙特食药局（SFDA）电子系统登记；部分产品须企业列名。',
      'Importer and product are registered with the Saudi Food and Drug Authority; some goods come from listed establishments only.',
      'Импортёр и товар регистрируются в SFDA; часть товаров — только с предприятий из списка.',
    ],
    source: { title: 'Saudi Food and Drug Authority, food clearance', url: 'https://www.sfda.gov.sa/en' },
    confidence: 'medium',
  },
  {
    code: 'SA-ALCOHOL',
    effect: 'blocks',
    scope: goods.food,
    predicate: { is: 'hsOutside', hs: [...goods.spirits.hs] },
    texts: ['禁止进口酒类。', 'Alcoholic drinks may not be imported.', 'Ввоз алкогольных напитков запрещён.'],
    source: { title: 'Saudi customs, list of prohibited goods', url: 'https://zatca.gov.sa/en' },
    confidence: 'medium',
  },
  {
    code: 'SA-FOOD-PORK',
    effect: 'blocks',
    scope: goods.food,
    predicate: { is: 'ingredientAbsent', ingredients: ['pork', 'lard'] },
    texts: [
      '禁止进口猪肉及含猪成分的产品。',
      'Pork and products with anything of it may not be imported.',
      'Ввоз свинины и продуктов с ней запрещён.',
    ],
    source: { title: 'Saudi customs, list of prohibited goods', url: 'https://zatca.gov.sa/en' },
    confidence: 'medium',
  },
];
