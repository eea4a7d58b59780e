import type { customsBuyers, customsWarehouses, CustomsMode, FactSource } from '@jiechuan/contract';

export interface CustomsRule {
  mode: CustomsMode;
  /** The most one declaration may be worth, in US cents; the limit itself passes. */
  limitUsdCents: number | null;
  /** What must be so. What isn't named doesn't matter for this mode. */
  buyer?: (typeof customsBuyers)[number];
  warehouse?: (typeof customsWarehouses)[number];
  platform?: true;
  marketCluster?: true;
  /** True where goods whose export is banned or restricted are shut out of the mode as such. */
  shutsOutRestricted: boolean;
  /** Conditions in words: keys of the error catalogue. */
  conditions: readonly string[];
  source: FactSource;
}

const b2b: FactSource = {
  title: '海关总署公告2020年第75号（关于开展跨境电子商务企业对企业出口监管试点的公告）',
  url: 'http://www.wxgcwl.cn/Content/show/catid/39/id/629.html',
  date: '2020-06-17',
};

/** The supervision modes by which goods leave China, in the order of their codes. */
export const customsRules: readonly CustomsRule[] = [
  {
    mode: '0110',
    limitUsdCents: null,
    shutsOutRestricted: false,
    conditions: ['customs.needsRegistration', 'customs.needsInvoice'],
    source: {
      title: '海关总署：监管方式代码表（0110 一般贸易）',
      url: 'https://360docs.net/doc/0211592964.html',
      date: null,
    },
  },
  {
    mode: '1039',
    limitUsdCents: 15_000_000,
    marketCluster: true,
    shutsOutRestricted: true,
    conditions: ['customs.needsMarketRegistration', 'customs.declaredAtPurchase', 'customs.noCash'],
    source: {
      title: '海关总署公告2019年第221号（关于修订市场采购贸易监管办法及其监管方式有关事宜的公告）',
      url: 'https://www.pkulaw.com/en_law/bf6b66dbd40c4edbbdfb.html',
      date: null,
    },
  },
  {
    mode: '1210',
    limitUsdCents: null,
    buyer: 'consumer',
    warehouse: 'bonded',
    platform: true,
    shutsOutRestricted: false,
    conditions: ['customs.needsBondedZone', 'customs.needsPlatformData'],
    source: { title: '海关总署公告2014年第57号（增列海关监管方式代码1210）', url: null, date: null },
  },
  {
    mode: '9610',
    limitUsdCents: null,
    buyer: 'consumer',
    platform: true,
    shutsOutRestricted: false,
    conditions: ['customs.needsPlatformData', 'customs.listThenSummary'],
    source: {
      title: '海关总署公告2014年第12号（增列海关监管方式代码9610）',
      url: 'http://www.gy-aoshen.com/n2292228.htm',
      date: null,
    },
  },
  {
    mode: '9710',
    limitUsdCents: null,
    buyer: 'business',
    platform: true,
    shutsOutRestricted: false,
    conditions: ['customs.needsPlatformData', 'customs.needsOrder'],
    source: b2b,
  },
  {
    mode: '9810',
    limitUsdCents: null,
    warehouse: 'overseas',
    platform: true,
    shutsOutRestricted: false,
    conditions: ['customs.needsOverseasFiling', 'customs.needsPlatformData'],
    source: b2b,
  },
];
