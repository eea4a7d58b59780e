import type { Continent } from '@jiechuan/contract';

/** [zh-CN, en, ru]. */
export type Words = readonly [string, string, string];

/** Cities and districts of Sichuan and Chongqing by GB/T 2260 code. */
export const demoPlaces: readonly (readonly [code: string, ...Words])[] = [
  ['510100', '成都', 'Chengdu', 'Чэнду'],
  ['510300', '自贡', 'Zigong', 'Цзыгун'],
  ['510400', '攀枝花', 'Panzhihua', 'Паньчжихуа'],
  ['510500', '泸州', 'Luzhou', 'Лучжоу'],
  ['510600', '德阳', 'Deyang', 'Дэян'],
  ['510700', '绵阳', 'Mianyang', 'Мяньян'],
  ['510800', '广元', 'Guangyuan', 'Гуанъюань'],
  ['510900', '遂宁', 'Suining', 'Суйнин'],
  ['511000', '内江', 'Neijiang', 'Нэйцзян'],
  ['511100', '乐山', 'Leshan', 'Лэшань'],
  ['511300', '南充', 'Nanchong', 'Наньчун'],
  ['511400', '眉山', 'Meishan', 'Мэйшань'],
  ['511500', '宜宾', 'Yibin', 'Ибинь'],
  ['511600', '广安', 'Guang’an', 'Гуанъань'],
  ['511700', '达州', 'Dazhou', 'Дачжоу'],
  ['511800', '雅安', 'Ya’an', 'Яань'],
  ['511900', '巴中', 'Bazhong', 'Бачжун'],
  ['512000', '资阳', 'Ziyang', 'Цзыян'],
  ['500101', '万州', 'Wanzhou', 'Ваньчжоу'],
  ['500102', '涪陵', 'Fuling', 'Фулин'],
  ['500106', '沙坪坝', 'Shapingba', 'Шапинба'],
  ['500116', '江津', 'Jiangjin', 'Цзянцзинь'],
];

/** What the demo enterprises make. */
export const demoTrades: readonly Words[] = [
  ['豆瓣酱', 'Doubanjiang', 'паста доубаньцзян'],
  ['火锅底料', 'Hotpot Base', 'основа для хого'],
  ['花椒', 'Sichuan Pepper', 'сычуаньский перец'],
  ['泡菜', 'Pao Cai', 'паоцай'],
  ['榨菜', 'Zha Cai', 'чжацай'],
  ['柠檬', 'Lemon', 'лимоны'],
  ['春橘', 'Spring Mandarin', 'весенние мандарины'],
  ['川茶', 'Sichuan Tea', 'сычуаньский чай'],
  ['白酒', 'Baijiu', 'байцзю'],
  ['酱油', 'Soy Sauce', 'соевый соус'],
  ['麸醋', 'Bran Vinegar', 'отрубной уксус'],
  ['红薯粉条', 'Sweet Potato Noodles', 'бататовая лапша'],
  ['牛肉干', 'Beef Jerky', 'вяленая говядина'],
  ['竹编', 'Bamboo Weaving', 'плетение из бамбука'],
  ['蜀锦', 'Shu Brocade', 'парча Шу'],
  ['彩灯', 'Lantern', 'фонари'],
  ['扎染', 'Tie-dye', 'узелковый батик'],
  ['川菌', 'Mushroom', 'грибы'],
  ['蜂蜜', 'Honey', 'мёд'],
  ['菜籽油', 'Rapeseed Oil', 'рапсовое масло'],
  ['藤椒油', 'Rattan Pepper Oil', 'масло зелёного перца'],
  ['魔芋', 'Konjac', 'конняку'],
  ['桑蚕丝', 'Mulberry Silk', 'шёлк'],
  ['光伏组件', 'Photovoltaic Module', 'солнечные модули'],
  ['锂电池', 'Lithium Battery', 'литиевые батареи'],
];

/** Cities abroad where the demo alliance has people: country, continent, names. */
export const demoCities: readonly (readonly [country: string, continent: Continent, ...Words])[] = [
  ['HU', 'europe', '布达佩斯', 'Budapest', 'Будапешт'],
  ['RU', 'europe', '莫斯科', 'Moscow', 'Москва'],
  ['GB', 'europe', '伦敦', 'London', 'Лондон'],
  ['GB', 'europe', '曼彻斯特', 'Manchester', 'Манчестер'],
  ['FR', 'europe', '巴黎', 'Paris', 'Париж'],
  ['IT', 'europe', '米兰', 'Milan', 'Милан'],
  ['ES', 'europe', '马德里', 'Madrid', 'Мадрид'],
  ['DE', 'europe', '杜伊斯堡', 'Duisburg', 'Дуйсбург'],
  ['US', 'americas', '纽约', 'New York', 'Нью-Йорк'],
  ['US', 'americas', '洛杉矶', 'Los Angeles', 'Лос-Анджелес'],
  ['CA', 'americas', '多伦多', 'Toronto', 'Торонто'],
  ['CA', 'americas', '温哥华', 'Vancouver', 'Ванкувер'],
  ['PE', 'americas', '利马', 'Lima', 'Лима'],
  ['AE', 'asia', '迪拜', 'Dubai', 'Дубай'],
  ['TH', 'asia', '曼谷', 'Bangkok', 'Бангкок'],
  ['MY', 'asia', '吉隆坡', 'Kuala Lumpur', 'Куала-Лумпур'],
  ['SG', 'asia', '新加坡', 'Singapore', 'Сингапур'],
  ['PH', 'asia', '马尼拉', 'Manila', 'Манила'],
  ['JP', 'asia', '横滨', 'Yokohama', 'Иокогама'],
  ['ZA', 'africa', '约翰内斯堡', 'Johannesburg', 'Йоханнесбург'],
  ['EG', 'africa', '开罗', 'Cairo', 'Каир'],
  ['AU', 'oceania', '悉尼', 'Sydney', 'Сидней'],
  ['AU', 'oceania', '墨尔本', 'Melbourne', 'Мельбурн'],
  ['NZ', 'oceania', '奥克兰', 'Auckland', 'Окленд'],
];

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
