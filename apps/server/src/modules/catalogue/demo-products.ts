import { gtinCheckDigit, type ProductInput, type ProductState, type Variant } from '@jiechuan/contract';
import { randomNumbers, type RandomNumbers } from '../../platform/random-numbers.ts';
import { findIngredient, productKinds, type ProductKind } from './vocabulary/index.ts';

export interface DemoProduct {
  id: string;
  organisationId: string;
  state: ProductState;
  at: Date;
  data: ProductInput;
  variants: (Variant & { market: string })[];
  certificates: {
    id: string;
    kind: string;
    number: string;
    issuer: string;
    validFrom: string;
    validUntil: string;
  }[];
}

/** An enterprise and the categories of goods it makes. */
export interface DemoMaker {
  id: string;
  makes: readonly string[];
}

/** How a kind is offered: the words after its name. */
const styles = [
  { zh: '经典装', en: 'classic', ru: 'классический', factor: 1 },
  { zh: '家庭装', en: 'family pack', ru: 'семейная упаковка', factor: 2 },
  { zh: '小包装', en: 'small pack', ru: 'малая упаковка', factor: 0.5 },
  { zh: '礼盒装', en: 'gift box', ru: 'подарочный набор', factor: 1.5 },
  { zh: '餐饮装', en: 'food service pack', ru: 'для ресторанов', factor: 5 },
  { zh: '出口装', en: 'export pack', ru: 'экспортная упаковка', factor: 1 },
] as const;

/** Goods heavier than this are offered as they are: nobody gives a truck in a gift box. */
const heaviestPack = 2000;
const plain = { zh: '标准型', en: 'standard', ru: 'стандартный', factor: 1 } as const;

/** What one person carries: heavier goods don't go in cartons. */
const heaviestCarton = 30_000;

/** What markets ask for in size: the alliance's own experience with lemons. */
const markets = [
  { market: 'RU', size: 'L', languages: ['ru'] },
  { market: 'TH', size: 'M', languages: ['th'] },
  { market: 'AE', size: 'S', languages: ['ar', 'en'] },
  { market: 'DE', size: 'M', languages: ['de'] },
  { market: 'US', size: 'M', languages: ['en'] },
  { market: 'HU', size: 'M', languages: ['hu'] },
] as const;

const certificateKinds = ['haccp', 'iso-22000', 'organic', 'halal', 'gacc'] as const;
const day = 24 * 3600 * 1000;
const beginning = Date.UTC(2025, 8, 16);

/**
 * Demo products, always the same for the same arguments: every kind of the vocabulary in turn, in
 * packs and sizes, each with an enterprise that makes such goods; maker by maker, as lists
 * come in. All are flagged demo when inserted; barcodes are of
 * the range that GS1 leaves to restricted circulation (20…), so none is anybody's.
 */
export function demoProducts(count: number, randomSeed: number, makers: readonly DemoMaker[]): DemoProduct[] {
  const random = randomNumbers(randomSeed ^ 0x5eed);
  const makersOf = spread(makers);
  const products = Array.from({ length: count }, (_, index) => demoProduct(index, random, makersOf));
  const turn = new Map(makers.map(({ id }, at) => [id, at]));
  return products.toSorted((a, b) => turn.get(a.organisationId)! - turn.get(b.organisationId)!);
}

/** Hands each category's goods to those who make them, in turn; to anybody where nobody does. */
function spread(makers: readonly DemoMaker[]): (category: string) => string {
  const turns = new Map<string, { ids: readonly string[]; next: number }>();
  return (category) => {
    let turn = turns.get(category);
    if (!turn) {
      const able = makers.filter(({ makes }) => makes.includes(category));
      turns.set(category, (turn = { ids: (able.length > 0 ? able : makers).map(({ id }) => id), next: 0 }));
    }
    return turn.ids[turn.next++ % turn.ids.length]!;
  };
}

function demoProduct(
  index: number,
  random: RandomNumbers,
  makerOf: (category: string) => string,
): DemoProduct {
  const kind = productKinds[index % productKinds.length]!;
  const drawn = styles[random.below(styles.length)]!;
  const style = kind.grams <= heaviestPack ? drawn : plain;
  const round = Math.floor(index / productKinds.length) + 1;
  const fate = random.below(100);
  const at = new Date(beginning + random.below(400) * day + random.below(day));
  return {
    id: random.id(at.getTime()),
    organisationId: makerOf(kind.category),
    state: fate < 2 ? 'draft' : fate < 4 ? 'withdrawn' : 'published',
    at,
    data: dataOf(kind, style, index, round, random),
    variants: markets
      .filter(() => random.below(100) < 6)
      .map(({ market, size, languages }) => ({
        market,
        names: {},
        size,
        recipe: null,
        labelLanguages: [...languages],
        packing: [],
      })),
    certificates: certificateKinds
      .filter(() => kind.ingredients.length > 0 && random.below(100) < 8)
      .map((certificate) => ({
        id: random.id(at.getTime()),
        kind: certificate,
        number: `DEMO-${certificate.toUpperCase()}-${String(index).padStart(6, '0')}`,
        issuer: 'Demo Certification Body',
        validFrom: '2026-01-01',
        validUntil: '2028-12-31',
      })),
  };
}

function dataOf(
  kind: ProductKind,
  style: (typeof styles)[number] | typeof plain,
  index: number,
  round: number,
  random: RandomNumbers,
): ProductInput {
  const netGrams = Math.max(5, Math.round((kind.grams * style.factor) / 5) * 5);
  const kilograms = Number((netGrams / 1000).toFixed(1));
  const size = netGrams >= 1000 ? `${kilograms} kg` : `${netGrams} g`;
  const russianSize = netGrams >= 1000 ? `${String(kilograms).replace('.', ',')} кг` : `${netGrams} г`;
  const [low, high] = kind.price;
  const amount = Math.max(1, Math.round((low + random.below(high - low + 1)) * style.factor));
  const body = `20${String(index).padStart(10, '0')}`;
  const contents = kind.ingredients.map(findIngredient).filter((one) => one !== undefined);
  const origin = kind.origins[random.below(kind.origins.length)]!;
  const perCarton = [6, 12, 24][random.below(3)]!;
  return {
    sku: `DEMO-${String(index + 1).padStart(6, '0')}`,
    names: {
      'zh-CN': `${kind.names['zh-CN']} ${style.zh} ${size} ${round}号`,
      en: `${kind.names.en}, ${style.en} ${size}, No. ${round}`,
      ru: `${kind.names.ru}, ${style.ru} ${russianSize}, № ${round}`,
    },
    descriptions: {
      'zh-CN': `示范产品：${kind.names['zh-CN']}，${style.zh}。数据仅供演示，不代表任何真实企业的产品。`,
      en: `Demo product: ${kind.names.en}, ${style.en}. For demonstration only; not the product of any real firm.`,
      ru: `Демонстрационный товар: ${kind.names.ru}, ${style.ru}. Только для показа; не товар реальной фирмы.`,
    },
    kind: kind.key,
    category: kind.category,
    hs6: kind.hs6,
    gtin: body + gtinCheckDigit(body),
    origin: { code: origin, text: null },
    storage: kind.storage,
    minTemperature: kind.minTemperature,
    maxTemperature: kind.maxTemperature,
    shelfLifeDays: kind.shelfLifeDays,
    ingredients: Object.fromEntries(
      contents.length > 0
        ? (['zh-CN', 'en', 'ru'] as const).map((language) => [
            language,
            contents.map(({ names }) => names[language]).join(language === 'zh-CN' ? '、' : ', '),
          ])
        : [],
    ),
    allergens: [...kind.allergens],
    additives: [],
    animalIngredients: kind.animalIngredients,
    batteries: kind.batteries,
    dangerous: kind.dangerous,
    geographicalIndication: kind.geographicalIndication?.name ?? null,
    minimumOrder: [50, 100, 200, 500][random.below(4)]!,
    unit: kind.unit,
    monthlyCapacity: 1000 * (1 + random.below(50)),
    leadTimeDays: 7 + random.below(30),
    packing: [
      {
        level: 'unit' as const,
        contains: 1,
        netGrams,
        grossGrams: Math.ceil(netGrams * 1.08),
        lengthMm: null,
        widthMm: null,
        heightMm: null,
        gtin: null,
      },
      {
        level: 'carton' as const,
        contains: perCarton,
        netGrams: netGrams * perCarton,
        grossGrams: Math.ceil(netGrams * perCarton * 1.12),
        lengthMm: 400,
        widthMm: 300,
        heightMm: 250,
        gtin: null,
      },
    ].filter(({ level, grossGrams }) => level === 'unit' || grossGrams <= heaviestCarton),
    prices: [
      { minQuantity: 1, amount, currency: 'CNY', incoterm: 'EXW', place: 'Chengdu', byAgreement: false },
      {
        minQuantity: 1000,
        amount: Math.max(1, Math.round(amount * 0.85)),
        currency: 'CNY',
        incoterm: 'FOB',
        place: 'Chongqing',
        byAgreement: true,
      },
    ],
  };
}
