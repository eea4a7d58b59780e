import type { BoardTags } from '@jiechuan/contract';

type Fact = BoardTags['fields'][number];
type Source = Fact['source'];

const newThree: Source = {
  title:
    '海关总署：2023年电动载人汽车、锂离子蓄电池和太阳能电池“新三样”产品合计出口1.06万亿元（国新办发布会）',
  url: 'http://auto.ce.cn/auto/gundong/202401/15/t20240115_38865545.shtml',
  date: '2024-01-12',
};
const year2024: Source = {
  title: '海关总署：2024年电动汽车、3D打印机、工业机器人、风力发电机组出口（国新办发布会）',
  url: null,
  date: '2025-01-13',
};
const lowAltitude: Source = {
  title: '财新：“低空经济”列为战略性新兴产业，写入2024年《政府工作报告》',
  url: 'https://mini.caixin.com/2024-07-08/102213836.html',
  date: '2024-07-08',
};
const harmonised: Source = {
  title: 'World Customs Organization: HS Nomenclature 2022 edition',
  url: 'https://www.wcoomd.org/en/topics/nomenclature/instrument-and-tools/hs-nomenclature-2022-edition.aspx',
  date: '2022-01-01',
};

/** Who names a field says nothing of codes: which they are is our reading of the nomenclature, reviewed by nobody yet. */
const field = (name: Fact['field'], hs6: string, source: Source, more: Partial<Fact> = {}): Fact => ({
  field: name,
  hs6: hs6.split(' '),
  confidence: 'medium',
  source,
  codes: harmonised,
  ...more,
});

/** HS codes of emerging fields, each code in one of them. */
export const emergingFieldFacts: readonly Fact[] = [
  // Cars and buses that run on a battery or are charged from a plug; hybrids that aren't are left out.
  field('new-energy-vehicles', '870240 870360 870370 870380', newThree),
  field('lithium-batteries', '850760', newThree),
  // Photovoltaic cells, and cells assembled in modules.
  field('photovoltaics', '854142 854143', newThree),
  field('wind-turbines', '850231', year2024),
  field('industrial-robots', '842870 847950', year2024),
  // Machines of heading 84.85, without their parts.
  field('additive-manufacturing', '848510 848520 848530 848580', year2024),
  // Heading 88.06 whole. The report names the low-altitude economy, not unmanned aircraft alone.
  field(
    'unmanned-aircraft',
    '880610 880621 880622 880623 880624 880629 880691 880692 880693 880694 880699',
    lowAltitude,
    { confidence: 'low' },
  ),
];
