export * from './freight/vocabulary.ts';
export * from './freight/hub.ts';
export * from './freight/service.ts';
export * from './freight/network.ts';
export * from './freight/sheet.ts';
export * from './freight/rules.ts';
export * from './freight/shipment.ts';
