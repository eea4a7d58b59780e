export const version = '2.21.2';

/** As its documentation says: products, their translations and its own search index in the same PostgreSQL. */
export const project: Record<string, string> = {
  'package.json': JSON.stringify({
    name: 'shop',
    private: true,
    dependencies: Object.fromEntries(
      ['medusa', 'framework', 'cli', 'translation'].map((name) => [`@medusajs/${name}`, version]),
    ),
  }),
  'tsconfig.json': '{}',
  'medusa-config.js': `
const { defineConfig } = require('@medusajs/framework/utils');
const origins = 'http://localhost';
module.exports = defineConfig({
  admin: { disable: true },
  projectConfig: {
    databaseUrl: process.env.DATABASE_URL,
    databaseDriverOptions: { connection: { ssl: false } },
    http: { storeCors: origins, adminCors: origins, authCors: origins, jwtSecret: 'bench', cookieSecret: 'bench' },
  },
  featureFlags: { translation: true },
  modules: [{ resolve: '@medusajs/medusa/translation' }],
});`,
  // Its documentation's product index with a field for each language. Told of every
  // new product and translation, as its documentation has it, an import takes several times as long as filled afterwards.
  'src/search/product.js': `
const { defineSearchIndex, graphConsume, graphSeed, search } = require('@medusajs/framework/utils');
const word = () => search.keyword().searchable().facetable();
const languages = ['en', 'ru'];
const inEach = (field) => Object.fromEntries(languages.map((language) => [language, field()]));
const source = {
  fields: [
    'id', 'title', 'description', 'handle', 'thumbnail', 'status', 'sales_channels.id', 'categories.name', 'tags.value',
    'variants.sku', 'translations.locale_code', 'translations.translations',
  ],
  transform: (rows) => rows.map(({ sales_channels, translations, ...row }) => {
    const said = Object.fromEntries(
      (translations ?? []).filter(Boolean).map((one) => [one.locale_code.slice(0, 2), one.translations]),
    );
    const words = (name) => Object.fromEntries(languages.map((language) => [language, said[language]?.[name]]));
    return {
      ...row,
      sales_channel_ids: (sales_channels ?? []).map(({ id }) => id),
      titles: words('title'),
      descriptions: words('description'),
    };
  }),
};
exports.productIndex = defineSearchIndex({
  name: 'product',
  entity: 'product',
  fields: search.define({
    id: search.keyword().filterable(),
    status: search.keyword().filterable(),
    sales_channel_ids: search.keyword().filterable().array(),
    title: search.text().searchable({ weight: 3 }),
    titles: search.object(inEach(() => search.text().searchable({ weight: 3 }))),
    description: search.text().searchable(),
    descriptions: search.object(inEach(() => search.text().searchable())),
    handle: search.keyword().filterable(),
    thumbnail: search.keyword(),
    categories: search.object({ name: word() }).array(),
    tags: search.object({ value: word() }).array(),
    variants: search.object({ sku: search.keyword().searchable() }).array(),
  }),
  events: process.env.IN_STEP
    ? ['product.created', 'product.updated', 'product.deleted', 'translation.created']
    : ['product.deleted'],
  consume: graphConsume({
    ...source,
    async resolve_ids({ name, data }, { container }) {
      if (!name.startsWith('translation.')) return data.id;
      const { data: found } = await container.query.graph({
        entity: 'translation',
        fields: ['reference_id'],
        filters: { id: data.id },
      });
      return found.map((one) => one.reference_id);
    },
  }),
  seed: graphSeed(source),
});`,
  'src/api/middlewares.js': `
const { configureStoreSearch, defineMiddlewares } = require('@medusajs/framework/http');
exports.default = defineMiddlewares({
  routes: [{ matcher: '/store/search', middlewares: [configureStoreSearch({ allowed_indexes: { product: true } })] }],
});`,
};
