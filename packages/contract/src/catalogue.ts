export * from './catalogue/vocabulary.ts';
export * from './catalogue/product.ts';
export * from './catalogue/endpoints.ts';
export * from './catalogue/imports.ts';
