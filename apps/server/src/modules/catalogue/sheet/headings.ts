import { message } from '../../../platform/i18n/messages.ts';
import { findField, sheetFields } from './fields.ts';

type Words = Readonly<Record<'zh-CN' | 'en' | 'ru', readonly string[]>>;

/** What columns are called in people's lists besides the field's own name. */
const synonyms: Record<string, Words> = {
  sku: {
    'zh-CN': ['货号', '产品编号', '商品编码', '产品编码', '编号'],
    en: ['item no', 'item number', 'product code', 'article'],
    ru: ['артикул', 'код товара'],
  },
  names: {
    'zh-CN': ['名称', '品名', '产品名称', '商品名称', '产品'],
    en: ['name', 'product name', 'product', 'title'],
    ru: ['название', 'наименование', 'товар'],
  },
  descriptions: {
    'zh-CN': ['描述', '介绍', '产品描述', '产品介绍', '简介'],
    en: ['description', 'details'],
    ru: ['описание'],
  },
  category: { 'zh-CN': ['类别', '分类', '品类'], en: ['category', 'group'], ru: ['категория', 'группа'] },
  kind: { 'zh-CN': ['品种'], en: ['kind', 'product kind'], ru: ['вид'] },
  state: { 'zh-CN': ['状态'], en: ['state', 'status'], ru: ['состояние', 'статус'] },
  hs6: {
    'zh-CN': ['海关编码', '税号', 'hs编码'],
    en: ['hs', 'hs6', 'hs code', 'tariff code'],
    ru: ['код тн вэд', 'тн вэд', 'код hs'],
  },
  gtin: {
    'zh-CN': ['条码', '条形码', '商品条码'],
    en: ['gtin', 'barcode', 'ean', 'upc'],
    ru: ['штрихкод', 'штрих-код'],
  },
  origin: {
    'zh-CN': ['产地', '原产地'],
    en: ['origin', 'place of origin'],
    ru: ['происхождение', 'место происхождения'],
  },
  'origin.code': { 'zh-CN': ['产地代码'], en: ['origin code'], ru: ['код происхождения'] },
  'origin.text': { 'zh-CN': ['产地文字'], en: ['origin text'], ru: ['происхождение словами'] },
  storage: {
    'zh-CN': ['储存', '贮存条件', '储存条件', '储存方式'],
    en: ['storage', 'storage class', 'storage conditions'],
    ru: ['хранение', 'условия хранения'],
  },
  minTemperature: {
    'zh-CN': ['最低温度'],
    en: ['min temperature', 'minimum temperature'],
    ru: ['мин. температура'],
  },
  maxTemperature: {
    'zh-CN': ['最高温度'],
    en: ['max temperature', 'maximum temperature'],
    ru: ['макс. температура'],
  },
  shelfLifeDays: {
    'zh-CN': ['保质期', '保质期(天)', '保质期天数'],
    en: ['shelf life', 'shelf life days'],
    ru: ['срок годности'],
  },
  ingredients: { 'zh-CN': ['配料', '配料表', '成分'], en: ['ingredients', 'composition'], ru: ['состав'] },
  allergens: { 'zh-CN': ['过敏原', '致敏物质'], en: ['allergens'], ru: ['аллергены'] },
  additives: { 'zh-CN': ['添加剂', '食品添加剂'], en: ['additives'], ru: ['добавки'] },
  animalIngredients: {
    'zh-CN': ['动物源成分', '动物成分'],
    en: ['animal ingredients'],
    ru: ['животные ингредиенты'],
  },
  batteries: { 'zh-CN': ['含电池', '电池'], en: ['batteries'], ru: ['батареи'] },
  dangerous: { 'zh-CN': ['危险品'], en: ['dangerous', 'dangerous goods'], ru: ['опасный груз'] },
  geographicalIndication: {
    'zh-CN': ['地理标志'],
    en: ['gi', 'geographical indication'],
    ru: ['географическое указание'],
  },
  minimumOrder: {
    'zh-CN': ['起订量', '最小起订量'],
    en: ['moq', 'minimum order'],
    ru: ['минимальный заказ'],
  },
  unit: { 'zh-CN': ['单位', '计量单位'], en: ['unit', 'uom'], ru: ['единица', 'ед. изм.'] },
  monthlyCapacity: {
    'zh-CN': ['月产能', '月供货量'],
    en: ['monthly capacity', 'capacity'],
    ru: ['мощность в месяц'],
  },
  leadTimeDays: { 'zh-CN': ['交货期', '交期'], en: ['lead time', 'lead time days'], ru: ['срок поставки'] },
  packing: { 'zh-CN': ['包装', '包装规格'], en: ['packing', 'packaging'], ru: ['упаковка'] },
  prices: { 'zh-CN': ['价格', '报价', '单价'], en: ['prices', 'price'], ru: ['цена', 'цены'] },
  variants: { 'zh-CN': ['市场版本', '区域版本'], en: ['variants', 'market variants'], ru: ['варианты'] },
};

const languageWords: Words = {
  'zh-CN': ['中文', '汉语', 'zh-cn', 'zh', 'cn', 'chinese', 'китайский', 'на китайском'],
  en: ['英文', '英语', 'en', 'english', 'английский', 'на английском'],
  ru: ['俄文', '俄语', 'ru', 'russian', 'русский', 'на русском'],
};

const plain = (heading: string): string =>
  heading
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');

/** Every heading known, bare of spaces and signs → its field's key. */
const known = new Map<string, string>();
const learn = (heading: string, key: string) =>
  void (known.has(plain(heading)) || known.set(plain(heading), key));
for (const { field, localised } of sheetFields) {
  for (const [spoken, own] of Object.entries(synonyms[field] ?? {})) {
    for (const word of [message(spoken, `fields.${field}`), ...own]) {
      if (!localised) {
        learn(word, field);
        continue;
      }
      for (const [language, tags] of Object.entries(languageWords)) {
        for (const tag of tags) {
          learn(word + tag, `${field}.${language}`);
          learn(tag + word, `${field}.${language}`);
        }
      }
      learn(word, `${field}.${spoken}`);
    }
  }
}

/** The field that a heading names, `names.en`; null where none is recognised. */
export function fieldOfHeading(heading: string): string | null {
  const text = heading.trim();
  if (findField(text)) return text;
  const found = known.get(plain(text));
  if (found !== undefined) return found;
  // "Name (hu)": a language that has no words of its own here.
  const tagged = /^(.+?)\s*[(（]([a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-[A-Z]{2})?)[)）]$/.exec(text);
  const base = tagged && known.get(plain(tagged[1]!));
  const field = base && `${base.split('.')[0]}.${tagged[2]}`;
  return field && findField(field) ? field : null;
}

/** The field for each heading; where two headings mean one field, the first has it. */
export function suggestColumns(headings: readonly string[]): (string | null)[] {
  const taken = new Set<string>();
  return headings.map((heading) => {
    const field = fieldOfHeading(heading);
    if (field === null || taken.has(field)) return null;
    taken.add(field);
    return field;
  });
}

/** A field's heading in a language: `Name (en)`, `海关编码`. `fieldOfHeading` reads it back. */
export function headingOf(key: string, language: string): string {
  const found = findField(key);
  // Not found: a text in no language in particular.
  const field = found?.field.field ?? key;
  const own = synonyms[field]?.[language as 'en']?.[0] ?? field;
  const named = message(language, `fields.${field}`);
  const word = field.includes('.') || named === `fields.${field}` ? own : named;
  return found?.language ? `${word} (${found.language})` : word;
}
