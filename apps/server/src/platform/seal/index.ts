export { checkSeal, type SealFinding } from './check-seal.ts';
export { sealPdf } from './seal.ts';
export { readSealingKey, type SealingKey } from './sealing-key.ts';
