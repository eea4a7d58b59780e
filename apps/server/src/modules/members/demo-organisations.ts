import {
  creditCodeCheckDigit,
  resourceKinds,
  temperatureClasses,
  type Continent,
  type MemberKind,
  type MemberTag,
  type ResourceKind,
  type TemperatureClass,
} from '@jiechuan/contract';
import { demoCities, demoPlaces, demoTrades, type Words } from './demo-vocabulary.ts';
import { randomNumbers, type RandomNumbers } from '../../platform/random-numbers.ts';
import type { Contact, ResourceContact, Texts } from './tables.ts';

export interface DemoResource {
  id: string;
  kind: ResourceKind;
  country: string;
  city: string;
  capacity: { amount: number; unit: 'MTK' | 'PF' | 'H87' } | null;
  temperatureClass: TemperatureClass | null;
  descriptions: Texts;
  contact: ResourceContact;
}

export interface DemoOrganisation {
  id: string;
  kind: MemberKind;
  creditCode: string | null;
  country: string;
  continent: Continent;
  placeCode: string | null;
  city: string | null;
  names: Texts;
  descriptions: Texts;
  foundedYear: number;
  employees: number;
  languages: string[];
  tags: MemberTag[];
  region: string[];
  contact: Contact;
  admittedAt: Date;
  /** Categories of goods it makes, as the catalogue calls them. */
  makes: string[];
  aliases: { id: string; text: string; language: string }[];
  resources: DemoResource[];
}

/**
 * A demo alliance: always the same for the same arguments. Every organisation is invented and says so
 * in its name: 示范 (demo), place, trade and a number.
 * @param enterprises how many enterprises of Sichuan and Chongqing; the other kinds come beside them
 */
export function demoOrganisations(enterprises: number, randomSeed: number): DemoOrganisation[] {
  const random = randomNumbers(randomSeed);
  const numberOf = numbering();
  const bodies = Array.from({ length: enterprises }, (_, index) => enterprise(index, random, numberOf));
  const abroad = demoCities.flatMap((city, index) => [
    association(city, random),
    merchant(city, index, random),
    provider(city, index, random),
  ]);
  return [...institutions(random), ...abroad, ...bodies].map((one, index) => ({
    ...one,
    admittedAt: new Date(firstAdmission + index * 3_600_000),
  }));
}

const firstAdmission = Date.UTC(2025, 8, 16, 1);
type Draft = Omit<DemoOrganisation, 'admittedAt'>;
type City = (typeof demoCities)[number];

const texts = ([zh, en, ru]: Words): Texts => ({ 'zh-CN': zh, en, ru });
// +999 belongs to no country, so that no real telephone rings.
const contact = (random: RandomNumbers): Contact => {
  const number = random.below(1_000_000);
  return {
    person: `示范联系人 ${number}`,
    email: `demo-${number}@example.org`,
    phone: `+999 00 ${String(number).padStart(6, '0')}`,
  };
};

function draft(
  random: RandomNumbers,
  given: Pick<Draft, 'kind' | 'country' | 'continent' | 'names' | 'descriptions'> & Partial<Draft>,
): Draft {
  return {
    id: random.id(firstAdmission),
    creditCode: null,
    placeCode: null,
    city: null,
    foundedYear: 1990 + random.below(33),
    employees: 5 + random.below(300),
    languages: ['zh-CN', 'en'],
    tags: [],
    region: [],
    contact: contact(random),
    makes: [],
    aliases: [],
    resources: [],
    ...given,
  };
}

/** A valid code that no register has given: place 2 says company, places 9–11 say DEM. */
function demoCreditCode(placeCode: string, number: number): string {
  const body = `91${placeCode}DEM${String(number).padStart(6, '0')}`;
  return body + creditCodeCheckDigit(body)!;
}

const enterpriseTags: readonly MemberTag[] = [
  'belt-and-road',
  'cross-border-e-commerce',
  'cold-chain',
  'organic-food',
  'intangible-heritage',
];

/** Numbers works of one trade and place from 1: there are two counties of one short name. */
function numbering(): (name: string) => number {
  const given = new Map<string, number>();
  return (name) => {
    const number = (given.get(name) ?? 0) + 1;
    given.set(name, number);
    return number;
  };
}

function enterprise(index: number, random: RandomNumbers, numberOf: (name: string) => number): Draft {
  const [placeCode, zh, en, ru] = demoPlaces[index % demoPlaces.length]!;
  const trade = demoTrades[random.below(demoTrades.length)]!;
  const number = numberOf(`${zh}${trade[0]}`);
  return draft(random, {
    kind: 'enterprise',
    creditCode: demoCreditCode(placeCode, index + 1),
    country: 'CN',
    continent: 'asia',
    placeCode,
    names: texts([
      `示范${zh}${trade[0]}第${number}厂`,
      `Demo ${en} ${trade[1]} Works No. ${number}`,
      `Демо: ${ru}, ${trade[2]}, завод № ${number}`,
    ]),
    descriptions: texts([
      `示范数据：产自${zh}的${trade[0]}。`,
      `Demo data: ${trade[1].toLowerCase()} from ${en}.`,
      `Демонстрационные данные: ${trade[2]}, ${ru}.`,
    ]),
    tags: tagsFor(trade[0], random),
    makes: trade[3].split(' '),
    aliases: [
      { id: random.id(firstAdmission), text: `Shifan ${en} ${trade[1]} ${number}`, language: 'zh-Latn' },
    ],
  });
}

function tagsFor(trade: string, random: RandomNumbers): MemberTag[] {
  if (trade === '光伏组件') return ['belt-and-road', 'photovoltaics'];
  if (trade === '锂电池') return ['belt-and-road', 'lithium-batteries'];
  return enterpriseTags.filter(() => random.below(4) === 0);
}

function association([country, continent, ...city]: City, random: RandomNumbers): Draft {
  const [zh, en, ru] = city;
  return draft(random, {
    kind: 'association',
    country,
    continent,
    city: en,
    names: texts([
      `示范${zh}川渝同乡会`,
      `Demo ${en} Sichuan–Chongqing Association`,
      `Демо: землячество Сычуани и Чунцина, ${ru}`,
    ]),
    descriptions: texts([
      `示范数据：联系${zh}的侨胞与商户。`,
      `Demo data: brings together people and merchants in ${en}.`,
      `Демонстрационные данные: объединяет соотечественников и коммерсантов, ${ru}.`,
    ]),
    tags: ['belt-and-road'],
    region: [country],
    aliases: [{ id: random.id(firstAdmission), text: `Shifan ${en} Tongxianghui`, language: 'zh-Latn' }],
  });
}

function merchant([country, continent, ...city]: City, index: number, random: RandomNumbers): Draft {
  const [zh, en, ru] = city;
  return draft(random, {
    kind: 'merchant',
    country,
    continent,
    city: en,
    names: texts([
      `示范${zh}川味商行`,
      `Demo ${en} Sichuan Trading House`,
      `Демо: торговый дом «Вкус Сычуани», ${ru}`,
    ]),
    descriptions: texts([
      `示范数据：在${zh}经营川渝食品的批发与零售。`,
      `Demo data: wholesale and retail of Sichuan food in ${en}.`,
      `Демонстрационные данные: опт и розница сычуаньских продуктов, ${ru}.`,
    ]),
    tags: ['cross-border-e-commerce'],
    region: [country],
    resources: [
      warehouse(country, city, temperatureClasses[(index + 2) % temperatureClasses.length]!, random),
      person(index % 2 === 0 ? 'shop' : 'buyer', country, city, random),
    ],
  });
}

function provider([country, continent, ...city]: City, index: number, random: RandomNumbers): Draft {
  const [zh, en, ru] = city;
  const kind = resourceKinds[2 + (index % 3)]!;
  return draft(random, {
    kind: 'provider',
    country,
    continent,
    city: en,
    names: texts([
      `示范${zh}出海服务站`,
      `Demo ${en} Market Entry Services`,
      `Демо: служба выхода на рынок, ${ru}`,
    ]),
    descriptions: texts([
      `示范数据：为川渝企业提供${zh}本地服务。`,
      `Demo data: local services in ${en} for firms of Sichuan and Chongqing.`,
      `Демонстрационные данные: местные услуги для фирм Сычуани и Чунцина, ${ru}.`,
    ]),
    tags: ['cold-chain'],
    region: [country],
    resources: [
      person(kind, country, city, random),
      warehouse(country, city, temperatureClasses[index % temperatureClasses.length]!, random),
    ],
  });
}

const temperatureWords: Record<TemperatureClass, Words> = {
  ambient: ['常温', 'ambient', 'без охлаждения'],
  cool: ['阴凉', 'cool', 'прохладный'],
  chilled: ['冷藏', 'chilled', 'охлаждённый'],
  frozen: ['冷冻', 'frozen', 'замороженный'],
};

function warehouse(
  country: string,
  [zh, en, ru]: Words,
  temperatureClass: TemperatureClass,
  random: RandomNumbers,
): DemoResource {
  const pallets = 50 * (1 + random.below(20));
  const [cold, coldEn, coldRu] = temperatureWords[temperatureClass];
  return {
    id: random.id(firstAdmission),
    kind: 'warehouse',
    country,
    city: en,
    capacity: { amount: pallets, unit: 'PF' },
    temperatureClass,
    descriptions: texts([
      `${zh}${cold}仓，${pallets} 托盘位`,
      `${coldEn} warehouse in ${en}, ${pallets} pallets`,
      `${coldRu} склад, ${ru}, ${pallets} паллет`,
    ]),
    contact: contact(random),
  };
}

const personWords: Record<Exclude<ResourceKind, 'warehouse'>, Words> = {
  shop: ['临街店铺', 'street shop', 'магазин'],
  lawyer: ['商事律师', 'commercial lawyer', 'юрист по торговому праву'],
  chef: ['川菜厨师', 'Sichuan chef', 'повар сычуаньской кухни'],
  media: ['华文媒体', 'Chinese-language media', 'китайскоязычные СМИ'],
  buyer: ['食品采购', 'food buyer', 'закупщик продуктов'],
};

function person(kind: ResourceKind, country: string, city: Words, random: RandomNumbers): DemoResource {
  const words = personWords[kind as keyof typeof personWords];
  return {
    id: random.id(firstAdmission),
    kind,
    country,
    city: city[1],
    capacity: kind === 'shop' ? { amount: 40 + random.below(200), unit: 'MTK' } : null,
    temperatureClass: null,
    descriptions: texts([`${city[0]}${words[0]}`, `${words[1]} in ${city[1]}`, `${words[2]}, ${city[2]}`]),
    contact: contact(random),
  };
}

const institutionNames: readonly (readonly [MemberKind, ...Words])[] = [
  ['secretariat', '示范联盟秘书处', 'Demo Alliance Secretariat', 'Демо: секретариат альянса'],
  ['council', '示范贸易促进会', 'Demo Trade-Promotion Council', 'Демо: совет по содействию торговле'],
  ['post', '示范邮政局', 'Demo Post', 'Демо: почта'],
  ['government', '示范商务厅', 'Demo Department of Commerce', 'Демо: департамент торговли'],
  ['observer', '示范国家观察员', 'Demo National Observer', 'Демо: национальный наблюдатель'],
];

const institutions = (random: RandomNumbers): Draft[] =>
  institutionNames.map(([kind, ...names]) =>
    draft(random, {
      kind,
      country: 'CN',
      continent: 'asia',
      placeCode: '510100',
      names: texts(names),
      descriptions: texts(['示范数据。', 'Demo data.', 'Демонстрационные данные.']),
      tags: ['belt-and-road'],
    }),
  );
