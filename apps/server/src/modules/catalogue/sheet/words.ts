import {
  allergens,
  animalIngredients,
  productStates,
  quantityUnits,
  storageClasses,
  type ProductState,
  type StorageClass,
} from '@jiechuan/contract';
import { plainWord } from '../../../platform/text/index.ts';
import { CellProblem } from './text.ts';

// What people write in a list instead of the code, in Chinese, English and Russian.
const storageWords: Record<StorageClass, string> = {
  ambient:
    '常温|室温|常温保存|普通|room temperature|room temp|normal temperature|ambient temperature|dry|shelf stable|обычная|комнатная|комнатная температура|при комнатной температуре',
  cool: '阴凉|阴凉处|cool place|прохладно|прохладное место|в прохладном месте',
  chilled:
    '冷藏|保鲜|冰鲜|chill|refrigerated|refrigerate|fridge|cold|охлаждённый|охлаждение|охлаждённое|в холодильнике',
  frozen: '冷冻|冻藏|速冻|freeze|deep frozen|freezer|замороженный|заморозка|замороженное',
  none: '不限|无要求|无|any|no requirement|не важно|без требований',
};
const animalWords: Record<(typeof animalIngredients)[number], string> = {
  none: '无|不含|否|no|нет|n',
  contains: '含|有|是|yes|да|y',
  unknown: '未知|не известно|неизвестно',
};
const unitWords: Record<(typeof quantityUnits)[number], string> = {
  H87: '件|个|只|盒|袋|瓶|箱|包|罐|支|条|片|台|块|把|盏|桶|提|坛|bottle|bottles|bag|bags|box|boxes|jar|jars|can|cans|carton|cartons|ctn|pack|packs|unit|units|бутылка|банка|коробка|пачка|мешок|упаковка|pc|pcs|piece|pieces|ea|шт|шт.|штука',
  KGM: '千克|公斤|kg|kgs|kilogram|кг',
  TNE: '吨|t|ton|tonne|mt|т|тонна',
  LTR: '升|l|litre|liter|л|литр',
  MTR: '米|m|metre|meter|м|метр',
  SET: '套|组|sets|комплект|набор',
  PR: '双|对|pair|pairs|пара',
};
const stateWords: Record<ProductState, string> = {
  draft: '草稿|черновик',
  published: '已发布|发布|public|опубликован|опубликовано',
  withdrawn: '已下架|下架|снят|снято',
};
const allergenWords: Record<(typeof allergens)[number], string> = {
  gluten: '麸质|小麦|wheat|глютен|пшеница',
  crustaceans: '甲壳类|虾|蟹|shrimp|crab|ракообразные',
  eggs: '蛋|鸡蛋|egg|яйца|яйцо',
  fish: '鱼|рыба',
  peanuts: '花生|peanut|арахис',
  soybeans: '大豆|黄豆|soy|soya|соя',
  milk: '奶|牛奶|乳|молоко',
  nuts: '坚果|核桃|tree nuts|орехи',
  celery: '芹菜|сельдерей',
  mustard: '芥末|горчица',
  sesame: '芝麻|кунжут',
  sulphites: '亚硫酸盐|二氧化硫|sulfites|сульфиты',
  lupin: '羽扇豆|люпин',
  molluscs: '软体动物|贝类|mollusks|моллюски',
};

/** Reads one of a vocabulary's codes, or a word for it. @throws CellProblem catalogue.cellNotOneOf */
function reader<T extends string>(codes: readonly T[], words: Record<T, string>): (cell: string) => T {
  const known = new Map<string, T>();
  for (const code of codes)
    for (const word of [code, ...words[code].split('|')]) known.set(plainWord(word), code);
  return (cell) => {
    const found = known.get(cell) ?? known.get(plainWord(cell));
    if (found === undefined) throw new CellProblem('catalogue.cellNotOneOf', { allowed: codes.join(', ') });
    return found;
  };
}

const storageWord = reader(storageClasses, storageWords);
/** What people say around the class, and a temperature in brackets, which has columns of its own: 冷藏（0-4℃）保存. */
const around =
  /[(（][^)）]*[)）]|(?:密封|避光)|(?:下|处)?(?:保存|储存|贮存|存放|储藏|贮藏|运输)$|^(?:store|keep) /giu;
export const readStorage = (cell: string): StorageClass => storageWord(cell.replaceAll(around, '') || cell);
export const readAnimalIngredients = reader(animalIngredients, animalWords);
export const readUnit = reader(quantityUnits, unitWords);
export const readState = reader(productStates, stateWords);
export const readAllergen = reader(allergens, allergenWords);

const yes = new Set(['yes', 'y', 'true', '1', '是', '有', '含', 'да']);
const no = new Set(['no', 'n', 'false', '0', '否', '无', '不含', 'нет']);

/** @throws CellProblem catalogue.cellNotYesNo */
export function readYesNo(cell: string): boolean {
  const word = cell.trim().toLowerCase();
  if (yes.has(word)) return true;
  if (no.has(word)) return false;
  throw new CellProblem('catalogue.cellNotYesNo');
}
