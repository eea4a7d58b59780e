import { plainWord } from '../../../platform/text/index.ts';
import { categories, findCategory } from './categories.ts';

/**
 * What people call a class of goods in their lists, where it can mean one class only. 食品, 工艺品 or 酒 mean several and
 * are asked about.
 */
const rows = `
sauces: 调味品|调料|调味料|调味酱|酱料|酱|豆瓣酱|复合调味料|seasoning|seasonings|condiment|condiments|sauce|chili sauce|приправа|приправы|соус|соусы
hotpot-bases: 火锅料|火锅调料|火锅|hotpot|hot pot|hotpot base|hot pot base|hotpot seasoning|хого|основа для хого
pickles: 泡菜|咸菜|榨菜|酱腌菜|腌菜|酱菜|pickle|pickles|pickled vegetables|preserved vegetables|соленья|маринады
spices: 香料|花椒|辣椒|辛香料|spice|spices|пряность|специи
oils-vinegar-salt: 食用油|油脂|食醋|醋|食盐|盐|edible oil|cooking oil|oil|vinegar|salt|растительное масло|уксус|соль
fresh-fruit: 水果|水果类|新鲜水果|生鲜水果|fruit|fruits|fresh fruits|фрукты
nuts-dried-fruit: 坚果|干果|蜜饯|果脯|果干|nuts|dried fruit|dried fruits|candied fruit|орехи|сухофрукты|цукаты
mushrooms: 食用菌|菌类|蘑菇|香菇|木耳|银耳|mushroom|fungi|edible fungi|гриб
noodles-convenience: 面食|面条|方便食品|方便面|速食|速食品|粉丝|noodle|noodles|instant food|instant noodles|convenience food|лапша
grain: 大米|米|粮食|杂粮|谷物|粮油米面|rice|grain|grains|cereals|рис|крупы|крупа|зерно
meat: 肉类|肉|肉类制品|腊肉|腊肠|香肠|腊味|sausage|sausages|cured meat|мясо|колбасы|мясные продукты
fish: 水产|水产类|海鲜|鱼|鱼类|seafood|рыба|морепродукты
honey: 蜂蜜|蜂产品类|bee products|мед
snacks: 零食|休闲零食|小吃|糖果|糕点|饼干|snack|sweets|candy|confectionery|biscuits|снеки|сладости|кондитерские изделия
tea: 茶|茶类|绿茶|红茶|花茶|黑茶|白茶|茉莉花茶|green tea|black tea|jasmine tea|teas|зеленый чай|черный чай
baijiu: 白酒类|中国白酒|liquor|chinese liquor|chinese spirits|байцзю
infusions: 花草茶|苦荞茶|荞麦茶|herbal tea|herbal teas|травяной чай
herbs: 中药|中药材类|药材|中草药|herb|medicinal herb|chinese medicine|лекарственные травы
dental: 口腔|牙科|齿科|dental|стоматология
lanterns: 灯饰|灯笼|彩灯|花灯|宫灯|lantern|lantern lights|decorative lanterns|фонарь|фонари
needlework: 刺绣|蜀绣|蜀锦|织锦|embroidery|brocade|вышивка|парча
bamboo: 竹制品|竹编制品|竹器|竹工艺品|bamboo|bamboo products|bambooware|бамбук
ceramics: 瓷器|陶器|陶瓷制品|ceramic|pottery|porcelain|керамика|фарфор
prints: 年画|版画|print|new year prints|лубок
gifts-toys: 玩具|文创|文创产品|礼品|纪念品|toys|toy|gift|gifts|souvenirs|игрушки|сувениры|подарки
fabrics: 布料|纺织面料|布匹|fabric|cloth|ткань
bedding: 床品|家纺|被子|被褥|bed linen|bedclothes|постельное белье
footwear: 鞋|鞋类|鞋子|女鞋|男鞋|shoes|обувь
kitchenware: 厨具|刀具|菜刀|餐厨具|knives|kitchen knives|cookware|ножи|кухонная утварь
tobacco: 雪茄烟|cigar|сигара
photovoltaics: 光伏组件|光伏产品|太阳能|太阳能板|solar|solar panels|pv|pv modules|солнечные панели
batteries: 电池|锂电池|蓄电池|动力锂电池|battery|lithium batteries|lithium battery|батареи|аккумулятор
vehicles: 汽车|摩托车|车辆|电动汽车|新能源汽车|car|cars|trucks|motorcycles|motorcycle|vehicles|автомобили|мотоциклы
rail: 轨道车辆|铁路车辆|rail|railway vehicles|железнодорожный транспорт
machinery: 机械|机械设备|机械零件|零部件|机械配件|machines|machinery parts|оборудование|машины
drones: 无人飞机|drone|uav|дрон|дроны
electronics: 电子|电子产品|电子元器件|electronic products|electronic|электронные изделия
materials: 化工|化工产品|化学品|新材料|chemicals|materials|химия|химикаты
`;

const leaves = categories.filter(({ key }) => !categories.some((other) => other.parent === key));

/** Every word known → its class. A leaf's own key and names come first. */
const byWord = new Map<string, string>();
const learn = (word: string, key: string) =>
  void (byWord.has(plainWord(word)) || byWord.set(plainWord(word), key));
for (const { key, names } of leaves) for (const word of [key, ...namesOf(names)]) learn(word, key);
for (const row of rows.trim().split('\n')) {
  const [key, words] = row.split(': ') as [string, string];
  for (const word of words.split('|')) learn(word, key);
}
/** What means several classes: the trunk's names. */
const trunks = new Map(
  categories
    .filter((one) => !leaves.includes(one))
    .flatMap(({ key, names }) => [key, ...namesOf(names)].map((word) => [plainWord(word), key] as const)),
);

function namesOf(names: object): string[] {
  return Object.values(names) as string[];
}

/** The class that a word means, by its key, its name in any language or a usual word; undefined where it isn't one class. */
export const categoryOfWord = (word: string): string | undefined =>
  byWord.get(word) ?? byWord.get(plainWord(word));

/** Whether products can stand in it: a leaf of the tree. */
export const isLeaf = (key: string): boolean => leaves.some((one) => one.key === key);

/** The pairs of neighbouring letters of a word, a word of one letter itself: what two spellings have in common. */
function pairs(word: string): Set<string> {
  const signs = [...plainWord(word)];
  return new Set(signs.length < 2 ? signs : signs.slice(1).map((sign, at) => signs[at]! + sign));
}

/**
 * The classes that a word nobody knows may mean, at most eight, the nearest first: those below a trunk it names, else
 * those whose names or usual words share most pairs of letters with it (Dice's coefficient), or hold it, or are held by it.
 */
export function nearestCategories(word: string): string[] {
  const trunk = trunks.get(plainWord(word));
  if (trunk !== undefined) return leaves.filter(({ parent }) => parent === trunk).map(({ key }) => key);
  const asked = pairs(word);
  const plain = plainWord(word);
  const best = new Map<string, number>();
  for (const [known, key] of byWord) {
    const own = pairs(known);
    const shared = [...asked].filter((pair) => own.has(pair)).length;
    const held = plain !== '' && (plain.includes(known) || known.includes(plain)) ? 1 : 0;
    const likeness = (2 * shared) / (asked.size + own.size) + held;
    if (likeness > (best.get(key) ?? 0.3)) best.set(key, likeness);
  }
  return [...best]
    .toSorted((a, b) => b[1] - a[1])
    .slice(0, 8)
    .map(([key]) => key);
}

/** Classes named in a language, for a sentence. */
export const nameCategories = (keys: readonly string[], language: string): string =>
  keys
    .map((key) => {
      const names = findCategory(key)?.names as Record<string, string> | undefined;
      return names?.[language] ?? key;
    })
    .join(' / ');
