import * as goods from '../goods.ts';
import { allergens, label, labelAll, noSource, notResearched, papers, type ShippedRule } from '../shipped.ts';

const foodSafety = {
  title: 'TR CU 021/2011 on food safety',
  url: 'http://www.gost-r.com.cn/view.php?cid=38&tid=1367',
};
const foodLabels = {
  title: 'TR CU 022/2011 on the labelling of food',
  url: 'https://vdocuments.us/decision-no-881-of-9-december-2011-of-the-customs-union-.html',
  date: '2011-12-09',
};

export const eurasianRules: readonly ShippedRule[] = [
  {
    code: 'EAEU-FOOD-DECLARATION',
    effect: 'needsDocument',
    scope: goods.food,
    predicate: papers('eac'),
    texts: [
      '食品须有欧亚经济联盟符合性声明并加贴 EAC 标志；申请人须为联盟境内登记的法人。',
      'Food needs an EAEU declaration of conformity and carries the EAC mark; the applicant is registered in the union.',
      'Пищевой продукции нужны декларация о соответствии и знак EAC; заявитель зарегистрирован в Союзе.',
    ],
    source: {
      ...foodSafety,
      citation: 'Articles 21 and 23; Decision of the Customs Union Commission No 880 of 9 December 2011',
    },
    confidence: 'high',
    from: '2015-02-15',
  },
  {
    code: 'EAEU-FOOD-LABEL',
    effect: 'label',
    scope: goods.food,
    predicate: label('ru'),
    texts: [
      '食品标签须用俄文，载明名称、配料、净含量、生产日期、保质期、储存条件、制造商和进口商、营养成分。',
      'The label is in Russian: name, composition, quantity, dates, keeping, maker and importer, nutrition.',
      'Маркировка на русском: наименование, состав, количество, даты, хранение, изготовитель и импортёр, пищевая ценность.',
    ],
    source: {
      ...foodLabels,
      citation: 'Article 4; Decision of the Customs Union Commission No 881 of 9 December 2011',
    },
    confidence: 'high',
    from: '2013-07-01',
  },
  {
    code: 'EAEU-FOOD-ALLERGENS',
    effect: 'label',
    scope: goods.food,
    predicate: allergens('ru'),
    texts: [
      '过敏原成分须用俄文标明。',
      'Components that may cause allergy are told in Russian.',
      'Компоненты, вызывающие аллергию, указываются на русском.',
    ],
    source: { ...foodLabels, citation: 'Article 4.4, paragraph 14' },
    confidence: 'medium',
    from: '2013-07-01',
  },
  {
    code: 'EAEU-FOOD-PACKAGING',
    effect: 'needsDocument',
    scope: goods.food,
    predicate: papers('eac', 'laboratory-report'),
    texts: [
      '接触食品的包装须符合 TR CU 005/2011，由包装厂或进口商取得声明。',
      'Packaging that touches food meets TR CU 005/2011, declared by its maker or importer.',
      'Упаковка для пищи отвечает ТР ТС 005/2011, её декларирует изготовитель или импортёр.',
    ],
    source: {
      title: 'TR CU 005/2011 on the safety of packaging',
      citation: 'Articles 5 to 7; Decision of the Customs Union Commission No 769 of 16 August 2011',
    },
    confidence: 'medium',
  },
  {
    code: 'EAEU-FOOD-VETERINARY',
    effect: 'blocks',
    scope: { ...goods.food, animal: true },
    predicate: papers('health'),
    texts: [
      '受兽医监管的商品须附兽医证书，并来自列入名册的企业。',
      'Goods under veterinary control come with a veterinary certificate, from an establishment on the register.',
      'Подконтрольные товары ввозятся с ветеринарным сертификатом с предприятия из реестра.',
    ],
    source: {
      title: 'Decision of the Customs Union Commission No 317 of 18 June 2010',
      citation: 'Common veterinary requirements; common list of goods',
    },
    confidence: 'medium',
  },
  {
    code: 'EAEU-FRUIT-PHYTO',
    effect: 'needsDocument',
    scope: goods.freshFruit,
    predicate: papers('phytosanitary'),
    texts: [
      '鲜果属高植检风险商品，须附植物检疫证书。',
      'Fresh fruit is of high phytosanitary risk and comes with a phytosanitary certificate.',
      'Свежие фрукты — продукция высокого фитосанитарного риска, нужен фитосанитарный сертификат.',
    ],
    source: {
      title:
        'Decision of the Customs Union Commission No 318 of 18 June 2010; Decision of the EEC Council No 157 of 30 November 2016',
      citation: 'List of regulated products; common phytosanitary requirements',
    },
    confidence: 'medium',
  },
  {
    code: 'EAEU-ELECTRICAL-EAC',
    effect: 'needsDocument',
    scope: goods.electrical,
    predicate: papers('eac'),
    texts: [
      '电气产品须有 EAC 证书或声明（低电压、电磁兼容、有害物质）。',
      'Electrical goods need an EAC certificate or declaration (low voltage, electromagnetic compatibility, hazardous substances).',
      'Электротоварам нужен сертификат или декларация EAC (низкое напряжение, ЭМС, опасные вещества).',
    ],
    source: { title: 'TR CU 004/2011, TR CU 020/2011 and TR EAEU 037/2016' },
    confidence: 'medium',
  },
  {
    code: 'EAEU-MACHINES-EAC',
    effect: 'needsDocument',
    scope: goods.machines,
    predicate: papers('eac'),
    texts: [
      '机械设备须有 EAC 证书或声明。',
      'Machines need an EAC certificate or declaration.',
      'Машинам нужен сертификат или декларация EAC.',
    ],
    source: { title: 'TR CU 010/2011 on the safety of machinery' },
    confidence: 'medium',
  },
  {
    code: 'EAEU-CAR-APPROVAL',
    effect: 'blocks',
    scope: { hs: [...goods.cars.hs, ...goods.motorcycles.hs], categories: ['vehicles'] },
    predicate: papers('type-approval'),
    texts: [
      '机动车须有车辆型式批准（OTTS）及电子车辆护照。',
      'Vehicles need the union’s vehicle type approval (OTTS) and an electronic vehicle passport.',
      'Транспортным средствам нужны ОТТС и электронный паспорт.',
    ],
    source: { title: 'TR CU 018/2011 on the safety of wheeled vehicles' },
    confidence: 'medium',
  },
  {
    code: 'EAEU-TOYS-EAC',
    effect: 'needsDocument',
    scope: goods.toys,
    predicate: papers('eac'),
    texts: [
      '玩具须有 EAC 合格证书。',
      'Toys need an EAC certificate of conformity.',
      'Игрушкам нужен сертификат соответствия EAC.',
    ],
    source: { title: 'TR CU 008/2011 on the safety of toys' },
    confidence: 'medium',
  },
  {
    code: 'EAEU-TEXTILES-EAC',
    effect: 'needsDocument',
    scope: {
      hs: [...goods.textiles.hs, ...goods.footwear.hs],
      categories: [...goods.textiles.categories!, ...goods.footwear.categories!],
    },
    predicate: papers('eac'),
    texts: [
      '轻工产品（面料、鞋类）须有 EAC 声明或证书。',
      'Goods of light industry (fabrics, footwear) need an EAC declaration or certificate.',
      'Продукции лёгкой промышленности (ткани, обувь) нужна декларация или сертификат EAC.',
    ],
    source: { title: 'TR CU 017/2011 on the safety of light-industry products' },
    confidence: 'medium',
  },
  {
    code: 'EAEU-OTHER',
    effect: 'blocks',
    scope: goods.otherThan(
      goods.food,
      goods.electrical,
      goods.machines,
      goods.cars,
      goods.motorcycles,
      goods.toys,
      goods.textiles,
      goods.footwear,
    ),
    predicate: notResearched,
    texts: [
      '该类商品在欧亚经济联盟的准入要求尚未研究。',
      'What the EAEU asks of these goods has not been researched yet.',
      'Требования ЕАЭС к этим товарам ещё не изучены.',
    ],
    source: { title: noSource },
    confidence: 'low',
  },
  {
    code: 'RU-FOOD-MARKING',
    effect: 'needsDocument',
    scope: goods.preserved,
    predicate: papers('producer-registration'),
    texts: [
      '部分罐头和调味品纳入“诚实标志”强制数字标识（DataMatrix）。适用范围与日期须由俄方进口商核对。',
      'Some preserves and sauces fall under compulsory digital marking (Chestny Znak, DataMatrix). The Russian importer checks which and since when.',
      'Часть консервов и соусов подлежит обязательной маркировке «Честный знак» (DataMatrix). Перечень и даты проверяет импортёр.',
    ],
    source: { title: 'Chestny Znak system; the decree for these goods was not read' },
    confidence: 'low',
  },
  {
    code: 'RU-SPIRITS-STAMPS',
    effect: 'blocks',
    scope: goods.spirits,
    predicate: papers('import-permit'),
    texts: [
      '烈酒只能由持证进口商经营，并加贴联邦专用标签（EGAIS）。',
      'Spirits are imported only by a licence holder, with federal special stamps (EGAIS).',
      'Крепкие напитки ввозит только лицензиат, с федеральными специальными марками (ЕГАИС).',
    ],
    source: { title: 'Federal Law No 171-FZ of 22 November 1995', citation: 'Articles 12 and 18' },
    confidence: 'medium',
  },
  {
    code: 'KZ-FOOD-LABEL',
    effect: 'label',
    scope: goods.food,
    predicate: labelAll('kk', 'ru'),
    texts: [
      '标签须同时用哈萨克文和俄文。',
      'The label is in Kazakh and in Russian.',
      'Маркировка на казахском и русском языках.',
    ],
    source: {
      ...foodLabels,
      citation: 'Article 4.1, paragraph 2: the state language where the law of the state asks for it',
    },
    confidence: 'medium',
  },
];
