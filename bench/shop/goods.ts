/** One of our products as a sheet has it, with what its columns have room for. */
export interface Good {
  sku: string;
  title: string;
  description: string;
  hs: string;
  category: string;
  /** Its geographical indication. */
  tag: string;
  grams: number | null;
  /** In yuan, by the quantity from which they hold, the smallest first. */
  prices: { from: number; amount: number }[];
  /** Further variants, by market. */
  markets: string[];
  /** What has no column of its own. */
  others: Record<string, string>;
  translations: { locale: string; title: string; description: string }[];
}

/** Our sheet’s rows as another’s has room for. Headings are those of an export in Chinese. */
export function goodsOf([headings, ...rows]: readonly string[][]): Good[] {
  const own = /^(货号|名称|类别|状态|HS|条码|地理|价格|市场|说明)/;
  return rows.map((row) => {
    const cell = (name: string) => row[headings!.indexOf(name)] ?? '';
    return {
      sku: cell('货号'),
      title: cell('名称 (zh-CN)'),
      description: cell('说明 (zh-CN)'),
      hs: cell('HS 编码'),
      category: cell('类别'),
      tag: cell('地理标志'),
      grams: Number(/unit (\d+)/.exec(cell('包装'))?.[1]) || null,
      prices: [...cell('价格').matchAll(/(\d+)\+ ([\d.]+)/g)].map(([, from, amount]) => ({
        from: Number(from),
        amount: Number(amount),
      })),
      markets: cell('市场版本')
        .split(';')
        .map((one) => one.split('|')[0]!.trim())
        .filter((market) => market !== ''),
      others: Object.fromEntries(
        headings!.map((name, at) => [name, row[at] ?? '']).filter(([name, text]) => text && !own.test(name!)),
      ) as Record<string, string>,
      translations: ['en', 'ru'].map((language) => ({
        locale: language === 'en' ? 'en-US' : 'ru-RU',
        title: cell(`名称 (${language})`),
        description: cell(`说明 (${language})`),
      })),
    };
  });
}
