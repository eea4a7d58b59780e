import type { productFields } from '@jiechuan/contract';
import type { z } from 'zod';
import type { Names } from '../../../platform/geography/index.ts';

export type Allergen = z.output<typeof productFields.allergens>[number];

/** What goods are made of. Allergens (Regulation (EU) 1169/2011, annex II) and animal origin follow from it. */
export interface Ingredient {
  key: string;
  names: Names;
  allergens: readonly Allergen[];
  animal?: true;
}

/** key: Chinese | English | Russian, then allergens after `!`, `*` for what comes of an animal. */
const rows = `
chilli: 辣椒|chilli|перец чили
broad-bean: 蚕豆|broad beans|конские бобы
soybean: 大豆|soybeans|соевые бобы !soybeans
wheat-flour: 小麦粉|wheat flour|пшеничная мука !gluten
salt: 食用盐|salt|соль
sugar: 白砂糖|sugar|сахар
water: 水|water|вода
rapeseed-oil: 菜籽油|rapeseed oil|рапсовое масло
soybean-oil: 大豆油|refined soybean oil|рафинированное соевое масло
beef-tallow: 牛油|beef tallow|говяжий жир *
sichuan-pepper: 花椒|Sichuan pepper|сычуаньский перец
rattan-pepper: 藤椒|green rattan pepper|зелёный сычуаньский перец
ginger: 生姜|ginger|имбирь
garlic: 大蒜|garlic|чеснок
scallion: 葱|scallion|зелёный лук
douchi: 豆豉|fermented black soybeans (soybeans, wheat)|ферментированная чёрная соя (соя, пшеница) !soybeans,gluten
doubanjiang: 豆瓣酱|chilli bean paste|паста из бобов и перца !gluten
spices: 香辛料|spices|пряности
mustard-tuber: 青菜头|mustard stem|стебель горчицы
leaf-mustard: 芥菜|leaf mustard|листовая горчица
radish: 萝卜|radish|редька
cabbage: 甘蓝|cabbage|капуста
vinegar: 食醋|vinegar|уксус
sesame: 芝麻|sesame|кунжут !sesame
peanut: 花生|peanuts|арахис !peanuts
sweet-potato-starch: 红薯淀粉|sweet potato starch|крахмал батата
soy-sauce: 酱油|soy sauce (soybeans, wheat)|соевый соус (соя, пшеница) !soybeans,gluten
rabbit: 兔肉|rabbit meat|мясо кролика *
pork: 猪肉|pork|свинина *
beef: 牛肉|beef|говядина *
duck: 鸭肉|duck meat|мясо утки *
sturgeon-roe: 鲟鱼籽|sturgeon roe|икра осетра !fish *
honey: 蜂蜜|honey|мёд *
lemon: 柠檬|lemon|лимон
orange: 橙|orange|апельсин
tangor: 杂柑|mandarin hybrid|гибрид мандарина
kiwifruit: 猕猴桃|kiwifruit|киви
mango: 芒果|mango|манго
pomegranate: 石榴|pomegranate|гранат
cherry: 樱桃|sweet cherry|черешня
loquat: 枇杷|loquat|мушмула
fig: 无花果|fig|инжир
candied-citrus: 柑橘|citrus|цитрусовые
tea-leaf: 茶叶|tea leaves|чайный лист
jasmine: 茉莉花|jasmine flowers|цветы жасмина
tartary-buckwheat: 苦荞麦|Tartary buckwheat|татарская гречиха
sorghum: 高粱|sorghum|сорго
rice: 大米|rice|рис
glutinous-rice: 糯米|glutinous rice|клейкий рис
maize: 玉米|maize|кукуруза
wheat: 小麦|wheat|пшеница !gluten
wheat-bran: 麦麸|wheat bran|пшеничные отруби !gluten
wood-ear: 黑木耳|wood ear|аурикулярия
white-fungus: 银耳|white fungus|серебристая тремелла
shiitake: 香菇|shiitake|шиитаке
bamboo-fungus: 竹荪|bamboo fungus|диктиофора
matsutake: 松茸|matsutake|мацутакэ
bamboo-shoot: 竹笋|bamboo shoots|побеги бамбука
konjac: 魔芋|konjac|конняку
walnut: 核桃|walnuts|грецкие орехи !nuts
chuanxiong: 川芎|chuanxiong rhizome|корневище лигустикума
coptis: 黄连|coptis rhizome|корневище коптиса
ophiopogon: 麦冬|ophiopogon root|корень офиопогона
tobacco-leaf: 烟叶|tobacco leaf|табачный лист
`;

const form = /^(\S+): ([^|]+)\|([^|]+)\|([^!*]+?)(?: !(\S+))?( \*)?$/u;

export const ingredients: readonly Ingredient[] = rows
  .trim()
  .split('\n')
  .map((row) => {
    const [, key, zh, en, ru, allergen, animal] = form.exec(row)!;
    return {
      key: key!,
      names: { 'zh-CN': zh!, en: en!, ru: ru! },
      allergens: (allergen?.split(',') ?? []) as Allergen[],
      ...(animal ? { animal: true as const } : {}),
    };
  });

const byKey = new Map(ingredients.map((ingredient) => [ingredient.key, ingredient]));

/** The ingredient of a key; undefined where there is none. */
export const findIngredient = (key: string): Ingredient | undefined => byKey.get(key);
