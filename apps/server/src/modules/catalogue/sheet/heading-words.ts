/** Words for a thing in the alliance's three languages. */
export type Words = Readonly<Record<'zh-CN' | 'en' | 'ru', readonly string[]>>;

const rows = `
sku: 货号|产品编号|商品编号|商品编码|产品编码|产品货号|商品货号|产品代码|商品代码|款号|型号|物料编码|物料编号|编号 / sku code|item no|item number|item code|product code|product no|product number|article|article no|article number|part number|model|model no|ref|code / артикул|код товара|номер товара|арт
names: 名称|品名|产品名称|商品名称|货品名称|产品|商品|货名|产品名|商品名|名 / name|product name|product|item name|goods|title|commodity / название|наименование|товар|наименование товара|название товара|продукт
descriptions: 描述|介绍|产品描述|产品介绍|商品描述|商品介绍|简介|说明|产品说明 / description|details|product description / описание|описание товара
category: 类别|分类|品类|类目|产品类别|商品类别|产品分类|商品分类|商品类目|产品类型|种类 / category|group|product type|product category|product group|class / категория|группа|тип товара|вид товара|категория товара
kind: 品种 / kind|product kind / вид
state: 状态 / state|status / состояние|статус
hs6: 海关编码|税号|hs编码|hs码|海关hs编码|海关商品编码|商品海关编码|关税号|税则号|税则号列|hs / hs|hs6|hs code|hscode|hs 6|tariff code|hs tariff code|customs code|commodity code / код тн вэд|тн вэд|тнвэд|код тнвэд|код hs|hs код|таможенный код
gtin: 条码|条形码|商品条码|商品条形码|国际条码|69码 / gtin|barcode|bar code|ean|ean13|ean code|upc / штрихкод|штрих-код|штрих код|ean код
origin: 产地|原产地|生产地|产地县|产地区县|区县|县|产区|原产县 / origin|place of origin|county|origin county|made in|producing area / происхождение|место происхождения|уезд|район|место производства
origin.code: 产地代码|产地行政区划代码|行政区划代码 / origin code|county code|place code / код происхождения|код уезда
origin.text: 产地文字 / origin text / происхождение словами
storage: 储存|储存条件|储存方式|贮存条件|贮存方式|存储条件|存储方式|保存条件|保存方式|储藏条件|贮藏条件|储运条件|温区|温层 / storage|storage class|storage condition|storage conditions|keep|temperature class / хранение|условия хранения|режим хранения|температурный режим
minTemperature: 最低温度|最低储存温度|温度下限|最低温 / min temperature|minimum temperature|temp min|min temp|temperature min|temperature from / мин. температура|минимальная температура|температура от|температура мин
maxTemperature: 最高温度|最高储存温度|温度上限|最高温 / max temperature|maximum temperature|temp max|max temp|temperature max|temperature to / макс. температура|максимальная температура|температура до|температура макс
shelfLifeDays: 保质期(天)|保质期天数|保质天数|保质期天|有效期(天) / shelf life days|shelf life in days|days of shelf life / срок годности дней|срок годности в днях|срок годности сутки
shelfLifeMonths: 保质期(月)|保质期月数|保质期(个月)|有效期(月) / shelf life (months)|shelf life months|shelf life in months / срок годности (месяцев)|срок годности в месяцах|срок годности мес
shelfLife: 保质期|有效期|保存期|保质期限|赏味期|赏味期限 / shelf life|shelflife|expiry|best before / срок годности|срок хранения
ingredients: 配料|配料表|成分|原料|主要成分|原材料 / ingredients|composition|ingredient list / состав|ингредиенты
allergens: 过敏原|致敏物质|致敏原 / allergens|allergen / аллергены
additives: 添加剂|食品添加剂 / additives|food additives / добавки|пищевые добавки
animalIngredients: 动物源成分|动物成分|动物源性成分 / animal ingredients|animal origin / животные ингредиенты|животного происхождения
batteries: 含电池|电池|是否含电池|是否带电|带电 / batteries|battery|contains battery|contains batteries / батареи|содержит батареи
dangerous: 危险品|是否危险品 / dangerous|dangerous goods|hazardous / опасный груз
geographicalIndication: 地理标志|地理标志产品 / gi|geographical indication / географическое указание
minimumOrder: 起订量|最小起订量|最低起订量|最小订量|最小订货量|最低订货量|起订数量|起批量|起订 / moq|minimum order|min order|minimum order quantity|min order quantity|min order qty|minimum quantity / минимальный заказ|мин заказ|минимальная партия|мин партия|минимальный объем заказа
unit: 单位|计量单位|销售单位|计价单位 / unit|uom|unit of measure|units / единица|ед. изм.|ед|единица измерения
monthlyCapacity: 月产能|月供货量|月产量|月供应量|月生产能力 / monthly capacity|capacity|monthly output|capacity per month|monthly supply / мощность в месяц|месячная мощность|производство в месяц|объем в месяц
leadTimeDays: 交货期|交期|交货时间|交货天数|生产周期|供货周期|发货时间 / lead time|lead time days|delivery time|production time / срок поставки|срок изготовления
packing: 包装|包装规格 / packing|packaging / упаковка
packing.net: 净重|单件净重|净重量 / net weight|net wt|n.w.|nw / вес нетто|масса нетто|нетто
packing.gross: 毛重|单件毛重|毛重量 / gross weight|gross wt|g.w.|gw / вес брутто|масса брутто|брутто
prices: 价格|报价|单价|售价|供货价|批发价|出厂价|产品单价|商品单价|价 / prices|price|unit price|price per unit|quotation|wholesale price / цена|цены|цена за единицу|цена за ед|оптовая цена|стоимость
prices.currency: 币种|货币|币别|结算币种|报价币种 / currency|price currency|ccy / валюта|валюта цены
prices.incoterm: 贸易术语|贸易条款|价格条款|价格术语|成交方式|贸易方式|交货条款|国际贸易术语 / incoterm|incoterms|trade term|trade terms|price terms|delivery terms|terms of delivery|price term / инкотермс|условия поставки|базис поставки|базис|условие поставки
prices.place: 交货地|交货地点|交货港|起运港|装运港|装货港|目的港|交付地点 / incoterm place|named place|place of delivery|delivery place|port|port of loading|loading port|fob port / место поставки|место передачи|порт отгрузки|порт
variants: 市场版本|区域版本 / variants|market variants / варианты
`;

/** What columns are called in people's lists besides the field's own name; the first of each is what ours are called. */
export const headingWords: Readonly<Record<string, Words>> = Object.fromEntries(
  rows
    .trim()
    .split('\n')
    .map((row) => {
      const [, field, words] = /^([^:]+): (.+)$/.exec(row)!;
      const [zh, en, ru] = words!.split(' / ').map((part) => part.split('|'));
      return [field!, { 'zh-CN': zh!, en: en!, ru: ru! }];
    }),
);

/** What a text's language is called in a heading: 英文名称, Name (English), Название на русском. */
export const languageWords: Words = {
  'zh-CN': [
    '中文',
    '汉语',
    '简体中文',
    '中',
    'zh-cn',
    'zh',
    'cn',
    'chinese',
    'китайский',
    'на китайском',
    'кит',
  ],
  en: ['英文', '英语', '英', 'en', 'english', 'eng', 'английский', 'на английском', 'англ'],
  ru: ['俄文', '俄语', '俄', 'ru', 'russian', 'rus', 'русский', 'на русском', 'рус'],
};
