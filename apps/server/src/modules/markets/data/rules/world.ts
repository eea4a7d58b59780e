import * as goods from '../goods.ts';
import { papers, type ShippedRule } from '../shipped.ts';

export const worldRules: readonly ShippedRule[] = [
  {
    code: 'WORLD-BATTERY-UN383',
    effect: 'needsDocument',
    scope: { batteries: true },
    predicate: papers('un-38-3'),
    texts: [
      '锂电池及含锂电池的货物，须能提供 UN 38.3 测试摘要；各种运输方式通用。',
      'Lithium batteries, alone or in goods, need a UN 38.3 test summary, whatever the mode of transport.',
      'Для литиевых батарей, отдельно и в составе изделий, нужен отчёт об испытаниях UN 38.3 при любом виде перевозки.',
    ],
    source: {
      title: 'UN Manual of Tests and Criteria',
      citation: 'Part III, sub-section 38.3, paragraph 38.3.5',
      url: 'https://chemtrec.com/node/331',
      date: '2020-02-13',
    },
    confidence: 'high',
    from: '2020-01-01',
  },
  {
    code: 'WORLD-CAVIAR-CITES',
    effect: 'blocks',
    scope: goods.caviar,
    predicate: papers('cites'),
    texts: [
      '鲟鱼子酱须有 CITES 出口许可证，包装须带统一标签。',
      'Sturgeon caviar needs a CITES export permit and the universal caviar label.',
      'Осетровая икра вывозится только с разрешением СИТЕС и универсальной этикеткой.',
    ],
    source: {
      title: 'CITES, Appendix II (Acipenseriformes)',
      citation: 'Article IV; Resolution Conf. 12.7',
      url: 'https://cites.org',
    },
    confidence: 'medium',
  },
];
