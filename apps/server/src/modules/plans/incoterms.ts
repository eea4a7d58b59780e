import type { landedLines } from '@jiechuan/contract';

export type Line = (typeof landedLines)[number];
export type Incoterm = 'EXW' | 'FCA' | 'CPT' | 'CIP' | 'DAP' | 'DPU' | 'DDP' | 'FAS' | 'FOB' | 'CFR' | 'CIF';

const atTheWorks: readonly Line[] = ['goods'];
const exported: readonly Line[] = [...atTheWorks, 'exportHandling'];
const carried: readonly Line[] = [...exported, 'mainCarriage'];
const insured: readonly Line[] = [...carried, 'insurance'];
const delivered: readonly Line[] = [...insured, 'delivery'];
const unloaded: readonly Line[] = [...delivered, 'unloading'];
const cleared: readonly Line[] = [
  ...unloaded,
  'duty',
  'tradeDefence',
  'excise',
  'fee',
  'vat',
  'importClearance',
];

/**
 * What the seller pays under each Incoterm (Incoterms 2020, articles A9/B9 and A5). Insurance is the seller's duty
 * under CIF and CIP; under the D terms the risk is the seller's up to the door, so it is reckoned there too.
 */
const sellers: Record<Incoterm, readonly Line[]> = {
  EXW: atTheWorks,
  FCA: exported,
  FAS: exported,
  FOB: exported,
  CFR: carried,
  CPT: carried,
  CIF: insured,
  CIP: insured,
  DAP: delivered,
  DPU: unloaded,
  DDP: cleared,
};

/** Who bears a line of the landed cost. */
export const bornBy = (term: Incoterm, line: Line): 'seller' | 'buyer' =>
  sellers[term].includes(line) ? 'seller' : 'buyer';
