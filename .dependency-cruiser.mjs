// The floors of the house: main → modules → platform → contract; engines import nothing of ours.
// Module ranks, ground first: a module may import, through index.ts, only those of a lower rank.
const ranks = [
  ['accounts', 'files', 'members', 'markets'],
  ['catalogue', 'network'],
  ['stock', 'quality', 'freight'],
  ['matching', 'plans'],
  ['deals', 'gatherings'],
  ['channels', 'stations', 'stories'],
  ['search', 'board'],
];
const module = '^apps/server/src/modules/';
const upward = ranks.map((names, rank) => ({
  name: `no-upward-import-from-rank-${rank + 1}`,
  comment: 'a module calls downward; upward talk is by event',
  severity: 'error',
  from: { path: `${module}(${names.join('|')})/` },
  to: {
    path: `${module}(${ranks.slice(rank).flat().join('|')})/`,
    pathNot: `${module}$1/`,
  },
}));

export default {
  forbidden: [
    {
      name: 'no-circle',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    ...upward,
    {
      name: 'one-door',
      comment: 'other modules are entered through their index.ts',
      severity: 'error',
      from: { path: `${module}([^/]+)/` },
      to: { path: `${module}[^/]+/.+`, pathNot: [`${module}$1/`, `${module}[^/]+/index\\.ts$`, '/testing/'] },
    },
    {
      name: 'main-uses-doors',
      severity: 'error',
      from: { path: '^apps/server/src/[^/]+\\.ts$', pathNot: '\\.test\\.ts$' },
      to: { path: `${module}[^/]+/.+`, pathNot: `${module}[^/]+/index\\.ts$` },
    },
    {
      name: 'platform-knows-no-business',
      severity: 'error',
      from: { path: '^apps/server/src/platform/', pathNot: '^apps/server/src/platform/testing/' },
      to: { path: ['^apps/server/src/(modules/|[^/]+\\.ts$)', '^apps/web/'] },
    },
    {
      name: 'contract-stands-alone',
      severity: 'error',
      from: { path: '^packages/contract/' },
      to: { path: ['^apps/', '^packages/engines/', '^bench/', '^e2e/'] },
    },
    {
      name: 'engines-are-pure',
      severity: 'error',
      from: { path: '^packages/engines/([^/]+)/', pathNot: '\\.test\\.ts$' },
      to: { path: ['^apps/', '^packages/contract/', '^bench/', '^e2e/'] },
    },
    {
      name: 'browser-knows-no-server',
      severity: 'error',
      from: { path: '^apps/web/' },
      to: { path: '^apps/server/' },
    },
    {
      name: 'no-test-code-in-the-product',
      severity: 'error',
      from: { path: '^(apps|packages)/', pathNot: ['\\.test\\.tsx?$', '/testing/'] },
      to: { path: ['/testing/', '\\.test\\.tsx?$', '^e2e/', '^bench/'] },
    },
    {
      name: 'resolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: ['\\+types/', '^virtual:'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(build|\\.react-router)/' },
    tsPreCompilationDeps: true,
    parser: 'swc',
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.d.ts'],
    },
  },
};
