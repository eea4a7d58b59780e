import type { Names } from '../../../platform/geography/index.ts';

/** A class of goods as readers browse them. Products stand in the leaves; `parent` is null for the trunk. */
export interface Category {
  key: string;
  parent: string | null;
  names: Names;
}

/** parent > key: Chinese | English | Russian. */
const rows = `
> food: 食品|Food|Продукты питания
food > sauces: 酱料调味料|Sauces and seasonings|Соусы и приправы
food > hotpot-bases: 火锅底料|Hotpot bases|Основы для хого
food > pickles: 泡菜酱腌菜|Pickled and preserved vegetables|Соленья и квашеные овощи
food > spices: 香辛料|Spices|Пряности
food > oils-vinegar-salt: 油醋盐|Oils, vinegar and salt|Масла, уксус и соль
food > fresh-fruit: 鲜果|Fresh fruit|Свежие фрукты
food > nuts-dried-fruit: 坚果蜜饯|Nuts, dried and candied fruit|Орехи, сухофрукты и цукаты
food > mushrooms: 菌菇|Mushrooms and fungi|Грибы
food > noodles-convenience: 面食与方便食品|Noodles and convenience food|Лапша и блюда быстрого приготовления
food > grain: 米面杂粮|Rice and grain|Рис и крупы
food > meat: 肉制品|Meat products|Мясные изделия
food > fish: 水产品|Fish products|Рыбная продукция
food > honey: 蜂产品|Honey|Мёд
food > snacks: 休闲食品|Snacks and sweets|Закуски и сладости
> drinks: 茶酒|Tea and spirits|Чай и крепкие напитки
drinks > tea: 茶叶|Tea|Чай
drinks > baijiu: 白酒|Baijiu|Байцзю
drinks > infusions: 代用茶|Herbal and grain infusions|Травяные и зерновые настои
> health: 健康|Health|Здоровье
health > herbs: 中药材|Medicinal herbs|Лекарственное сырьё
health > dental: 口腔器材|Dental goods|Стоматологические изделия
> crafts: 工艺品|Crafts|Ремёсла
crafts > lanterns: 彩灯灯笼|Lanterns|Фонари
crafts > needlework: 织锦刺绣|Brocade and embroidery|Парча и вышивка
crafts > bamboo: 竹编|Bamboo weaving|Плетение из бамбука
crafts > ceramics: 陶瓷|Ceramics|Керамика
crafts > prints: 年画版画|Prints|Лубок и гравюры
crafts > gifts-toys: 文创玩具|Gifts and toys|Сувениры и игрушки
> home-fashion: 家居服饰|Home and fashion|Дом и мода
home-fashion > fabrics: 面料|Fabrics|Ткани
home-fashion > bedding: 床上用品|Bedding|Постельные принадлежности
home-fashion > footwear: 鞋履|Footwear|Обувь
home-fashion > kitchenware: 厨具刀具|Knives and kitchenware|Ножи и кухонная утварь
home-fashion > tobacco: 雪茄|Cigars|Сигары
> industry: 工业品|Industrial goods|Промышленные товары
industry > photovoltaics: 光伏|Photovoltaics|Солнечная энергетика
industry > batteries: 动力电池|Batteries|Аккумуляторы
industry > vehicles: 汽车摩托车|Cars, trucks and motorcycles|Автомобили и мотоциклы
industry > rail: 轨道交通|Rail vehicles|Железнодорожная техника
industry > machinery: 机械零部件|Machinery and parts|Машины и детали
industry > drones: 无人机|Drones|Беспилотники
industry > electronics: 电子信息|Electronics|Электроника
industry > materials: 化工新材料|Chemicals and materials|Химия и материалы
`;

/** The tree, a parent before its children. */
export const categories: readonly Category[] = rows
  .trim()
  .split('\n')
  .map((row) => {
    const [, parent, key, zh, en, ru] = /^(\S*) ?> (\S+): ([^|]+)\|([^|]+)\|(.+)$/u.exec(row)!;
    return { key: key!, parent: parent || null, names: { 'zh-CN': zh!, en: en!, ru: ru! } };
  });

const byKey = new Map(categories.map((category) => [category.key, category]));

/** The category of a key; undefined where there is none. */
export const findCategory = (key: string): Category | undefined => byKey.get(key);

/** The category and what it belongs to, the narrowest first. */
export function categoryPath(key: string): Category[] {
  const category = findCategory(key);
  return category ? [category, ...(category.parent ? categoryPath(category.parent) : [])] : [];
}
