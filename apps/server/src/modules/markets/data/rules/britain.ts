import * as goods from '../goods.ts';
import {
  allergens,
  label,
  noSource,
  notResearched,
  onlyAnimals,
  papers,
  type ShippedRule,
} from '../shipped.ts';

export const britishRules: readonly ShippedRule[] = [
  {
    code: 'GB-FOOD-ANIMAL',
    effect: 'blocks',
    scope: { ...goods.food, animal: true },
    predicate: onlyAnimals(goods.listedAnimals),
    texts: [
      '来自中国、含任何未列入附件的动物源性成分的食品一律拒绝入境；口岸卫生机关对复合食品同样适用。牛油不在附件内。',
      'Food from China with any animal ingredient outside the annex is refused; port health authorities apply this to composite food too. Beef tallow is not in the annex.',
      'Продукты из Китая с любым животным ингредиентом вне приложения не впускаются; портовые службы применяют это и к составным продуктам. Говяжьего жира в приложении нет.',
    ],
    source: {
      title: 'Commission Decision 2002/994/EC, as assimilated and in force in Great Britain',
      citation: 'Articles 1 and 2 and annex',
      url: 'https://www.legislation.gov.uk/eudn/2002/994',
      date: '2022-11-16',
    },
    confidence: 'high',
  },
  {
    code: 'GB-FOOD-ANIMAL-TESTS',
    effect: 'needsDocument',
    scope: { ...goods.food, animal: true },
    predicate: papers('health'),
    texts: [
      '附件第二部分的产品须附中国主管部门声明，证明每批发运前已检测氯霉素、硝基呋喃等。',
      'Goods of part II of the annex come with the Chinese authority’s declaration that each consignment was tested for chloramphenicol, nitrofurans and, where farmed, malachite green.',
      'Товары части II приложения сопровождаются декларацией китайского ведомства об испытании каждой партии на хлорамфеникол и нитрофураны.',
    ],
    source: {
      title: 'Commission Decision 2002/994/EC, as assimilated and in force in Great Britain',
      citation: 'Article 3',
      url: 'https://www.legislation.gov.uk/eudn/2002/994',
      date: '2022-11-16',
    },
    confidence: 'high',
  },
  {
    code: 'GB-FOOD-LABEL',
    effect: 'label',
    scope: goods.food,
    predicate: label('en'),
    texts: [
      '预包装食品标签须用英文，并注明英国境内食品经营者或进口商的名称和地址。',
      'Prepacked food is labelled in English, with name and address of the food business or importer in the United Kingdom.',
      'Фасованные продукты маркируются по-английски, с именем и адресом предприятия или импортёра в Великобритании.',
    ],
    source: {
      title: 'Food Information Regulations 2014 and assimilated Regulation (EU) No 1169/2011',
      citation: 'S.I. 2014/1855; 1169/2011, articles 8, 9 and 15',
      url: 'https://www.legislation.gov.uk/uksi/2014/1855',
    },
    confidence: 'high',
  },
  {
    code: 'GB-FOOD-ALLERGENS',
    effect: 'label',
    scope: goods.food,
    predicate: allergens('en'),
    texts: [
      '14 类过敏原须在配料表中用英文突出标示。',
      'The 14 allergens stand out in the list of ingredients, in English.',
      'Четырнадцать аллергенов выделяются в составе по-английски.',
    ],
    source: {
      title:
        'Food Standards Agency, Food allergen labelling and information requirements: technical guidance',
      citation: 'Assimilated Regulation (EU) No 1169/2011, articles 9(1)(c) and 21',
      url: 'https://food.gov.uk/cy/node/19876',
      date: '2023-09-04',
    },
    confidence: 'high',
  },
  {
    code: 'GB-FOOD-CONTROLS',
    effect: 'needsDocument',
    scope: goods.watched,
    predicate: papers('import-permit', 'laboratory-report'),
    texts: [
      '高风险非动物源性食品清单所列商品须经指定口岸并预先申报；发货前须核对现行清单。',
      'Goods on the list of high-risk food not of animal origin enter at named ports and are announced beforehand: look at the list in force before shipping.',
      'Товары из списка продуктов повышенного риска ввозятся через назначенные порты с предварительным уведомлением; сверьтесь с действующим списком.',
    ],
    source: {
      title: 'Assimilated Implementing Regulation (EU) 2019/1793',
      citation: 'Annexes I and II',
      url: 'https://www.legislation.gov.uk/eur/2019/1793',
    },
    confidence: 'low',
  },
  {
    code: 'GB-FRUIT-PHYTO',
    effect: 'needsDocument',
    scope: goods.freshFruit,
    predicate: papers('phytosanitary'),
    texts: [
      '受管制的鲜果须附植物检疫证书。',
      'Regulated fresh fruit comes with a phytosanitary certificate.',
      'Регулируемые свежие фрукты ввозятся с фитосанитарным сертификатом.',
    ],
    source: {
      title: 'Assimilated Implementing Regulation (EU) 2019/2072 (phytosanitary conditions)',
      citation: 'Annexes 7 and 11',
      url: 'https://www.legislation.gov.uk/eur/2019/2072',
    },
    confidence: 'medium',
  },
  {
    code: 'GB-ELECTRICAL-MARK',
    effect: 'needsDocument',
    scope: goods.electrical,
    predicate: papers('ce'),
    texts: [
      '电气产品须有 UKCA 标志；CE 标志继续被承认。',
      'Electrical goods carry the UKCA mark; the CE mark goes on being recognised.',
      'Электротовары несут знак UKCA; знак CE продолжают признавать.',
    ],
    source: {
      title:
        'Electrical Equipment (Safety) Regulations 2016; Product Safety and Metrology etc. (Amendment) Regulations 2024',
      citation: 'S.I. 2016/1101; S.I. 2024/696',
      url: 'https://www.legislation.gov.uk/uksi/2016/1101',
    },
    confidence: 'medium',
  },
  {
    code: 'GB-BATTERY-PRODUCER',
    effect: 'needsDocument',
    scope: goods.batteries,
    predicate: papers('producer-registration'),
    texts: [
      '首次在英国投放电池者须登记为生产者。',
      'Whoever first places batteries on the market in the United Kingdom registers as a producer.',
      'Кто первым выпускает батареи на рынок, регистрируется как производитель.',
    ],
    source: {
      title: 'Waste Batteries and Accumulators Regulations 2009',
      citation: 'S.I. 2009/890',
      url: 'https://www.legislation.gov.uk/uksi/2009/890',
    },
    confidence: 'medium',
  },
  {
    code: 'GB-CAR-APPROVAL',
    effect: 'blocks',
    scope: goods.cars,
    predicate: papers('type-approval'),
    texts: [
      '机动车须有英国（GB）型式批准。',
      'Motor vehicles need GB type approval.',
      'Автомобилям нужно одобрение типа Великобритании.',
    ],
    source: {
      title: 'Assimilated Regulation (EU) 2018/858; Road Vehicles (Approval) Regulations 2020',
      citation: 'S.I. 2020/818',
      url: 'https://www.legislation.gov.uk/eur/2018/858',
    },
    confidence: 'medium',
  },
  {
    code: 'GB-OTHER',
    effect: 'blocks',
    scope: goods.otherThan(goods.food, goods.electrical, goods.batteries, goods.cars),
    predicate: notResearched,
    texts: [
      '该类商品在英国的准入要求尚未研究。',
      'What Great Britain asks of these goods has not been researched yet.',
      'Требования Великобритании к этим товарам ещё не изучены.',
    ],
    source: { title: noSource },
    confidence: 'low',
  },
];
