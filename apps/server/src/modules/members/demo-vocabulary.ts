import type { Continent } from '@jiechuan/contract';
import { divisions, findCity } from '../../platform/geography/index.ts';
import { continentOf } from './places.ts';

/** [zh-CN, en, ru]. */
export type Words = readonly [string, string, string];

/** Counties of Sichuan and Chongqing by GB/T 2260 code. */
export const demoPlaces: readonly (readonly [code: string, ...Words])[] = divisions
  .filter(({ level }) => level === 'county')
  .map(({ code, short }) => [code, short['zh-CN'], short.en, short.ru]);

/** What the demo enterprises make. */
export const demoTrades: readonly (readonly [...Words, categories: string])[] = [
  ['豆瓣酱', 'Doubanjiang', 'паста доубаньцзян', 'sauces'],
  ['火锅底料', 'Hotpot Base', 'основа для хого', 'hotpot-bases'],
  ['花椒', 'Sichuan Pepper', 'сычуаньский перец', 'spices'],
  ['泡菜', 'Pao Cai', 'паоцай', 'pickles'],
  ['榨菜', 'Zha Cai', 'чжацай', 'pickles'],
  ['柠檬', 'Lemon', 'лимоны', 'fresh-fruit'],
  ['春橘', 'Spring Mandarin', 'весенние мандарины', 'fresh-fruit'],
  ['川茶', 'Sichuan Tea', 'сычуаньский чай', 'tea infusions'],
  ['白酒', 'Baijiu', 'байцзю', 'baijiu'],
  ['酱油', 'Soy Sauce', 'соевый соус', 'sauces oils-vinegar-salt'],
  ['麸醋', 'Bran Vinegar', 'отрубной уксус', 'oils-vinegar-salt'],
  ['红薯粉条', 'Sweet Potato Noodles', 'бататовая лапша', 'noodles-convenience grain'],
  ['牛肉干', 'Beef Jerky', 'вяленая говядина', 'meat snacks'],
  ['竹编', 'Bamboo Weaving', 'плетение из бамбука', 'bamboo'],
  ['蜀锦', 'Shu Brocade', 'парча Шу', 'needlework'],
  ['彩灯', 'Lantern', 'фонари', 'lanterns'],
  ['扎染', 'Tie-dye', 'узелковый батик', 'fabrics'],
  ['川菌', 'Mushroom', 'грибы', 'mushrooms'],
  ['蜂蜜', 'Honey', 'мёд', 'honey'],
  ['菜籽油', 'Rapeseed Oil', 'рапсовое масло', 'oils-vinegar-salt'],
  ['藤椒油', 'Rattan Pepper Oil', 'масло зелёного перца', 'oils-vinegar-salt spices'],
  ['魔芋', 'Konjac', 'конняку', 'noodles-convenience snacks'],
  ['桑蚕丝', 'Mulberry Silk', 'шёлк', 'fabrics bedding'],
  ['光伏组件', 'Photovoltaic Module', 'солнечные модули', 'photovoltaics'],
  ['锂电池', 'Lithium Battery', 'литиевые батареи', 'batteries'],
  ['坚果蜜饯', 'Nuts and Candied Fruit', 'орехи и цукаты', 'nuts-dried-fruit'],
  ['鱼制品', 'Fish', 'рыба', 'fish'],
  ['中药材', 'Herb', 'лекарственные травы', 'herbs'],
  ['口腔器材', 'Dental Goods', 'стоматологические изделия', 'dental'],
  ['陶瓷', 'Ceramics', 'керамика', 'ceramics'],
  ['年画', 'Print', 'лубок', 'prints'],
  ['文创玩具', 'Gift and Toy', 'сувениры и игрушки', 'gifts-toys'],
  ['皮鞋', 'Footwear', 'обувь', 'footwear'],
  ['刀具', 'Knife', 'ножи', 'kitchenware'],
  ['雪茄', 'Cigar', 'сигары', 'tobacco'],
  ['汽车', 'Car', 'автомобили', 'vehicles'],
  ['摩托车', 'Motorcycle', 'мотоциклы', 'vehicles'],
  ['轨道车辆', 'Rail Vehicle', 'рельсовый транспорт', 'rail'],
  ['机械零件', 'Machinery Parts', 'детали машин', 'machinery'],
  ['无人机', 'Drone', 'беспилотники', 'drones'],
  ['电子', 'Electronics', 'электроника', 'electronics'],
  ['新材料', 'New Materials', 'новые материалы', 'materials'],
];

/** Cities abroad where the demo alliance has people. */
export const demoCities: readonly (readonly [country: string, continent: Continent, ...Words])[] =
  'budapest moscow london manchester paris milan madrid duisburg new-york los-angeles toronto vancouver lima dubai bangkok kuala-lumpur singapore manila yokohama johannesburg cairo sydney melbourne auckland'
    .split(' ')
    .map((key) => {
      const { country, names } = findCity(key)!;
      return [country, continentOf(country)!, names['zh-CN'], names.en, names.ru];
    });

/** What the demo alliance's charter says; version 2 adds its last article. */
export const demoCharters: readonly { adoptedOn: string; texts: Record<string, string> }[] = [
  {
    adoptedOn: '2025-09-16',
    texts: {
      'zh-CN':
        '第一条 本联盟由海内外社团、商会与企业自愿组成，助力四川、重庆产品走向世界。\n第二条 联盟不持有货物，不经手资金。\n第三条 成员入盟须经申请与审核，决定须写明理由。',
      en: 'Article 1. The alliance is a voluntary body of associations, chambers and enterprises at home and abroad that helps the products of Sichuan and Chongqing reach the world.\nArticle 2. The alliance holds neither stock nor funds.\nArticle 3. Members are admitted on application and review; every decision gives its reason.',
      ru: 'Статья 1. Альянс — добровольное объединение ассоциаций, палат и предприятий, помогающее товарам Сычуани и Чунцина выйти на мировые рынки.\nСтатья 2. Альянс не держит ни товаров, ни денег.\nСтатья 3. Члены принимаются по заявке и после рассмотрения; каждое решение обосновывается.',
    },
  },
  {
    adoptedOn: '2026-03-20',
    texts: {
      'zh-CN':
        '第一条 本联盟由海内外社团、商会与企业自愿组成，助力四川、重庆产品走向世界。\n第二条 联盟不持有货物，不经手资金。\n第三条 成员入盟须经申请与审核，决定须写明理由。\n第四条 国家观察员可查阅总量数据，不得查阅成员的联系方式。',
      en: 'Article 1. The alliance is a voluntary body of associations, chambers and enterprises at home and abroad that helps the products of Sichuan and Chongqing reach the world.\nArticle 2. The alliance holds neither stock nor funds.\nArticle 3. Members are admitted on application and review; every decision gives its reason.\nArticle 4. National observers read totals, never a member’s contacts.',
      ru: 'Статья 1. Альянс — добровольное объединение ассоциаций, палат и предприятий, помогающее товарам Сычуани и Чунцина выйти на мировые рынки.\nСтатья 2. Альянс не держит ни товаров, ни денег.\nСтатья 3. Члены принимаются по заявке и после рассмотрения; каждое решение обосновывается.\nСтатья 4. Национальные наблюдатели видят только итоги, но не контакты членов.',
    },
  },
];
