import { kindRows } from './kinds/index.ts';
import { productKind, type ProductKind } from './kind.ts';

/** The kinds of goods of Sichuan and Chongqing, with what is usual for each. */
export const productKinds: readonly ProductKind[] = kindRows.map(productKind);

const byKey = new Map(productKinds.map((kind) => [kind.key, kind]));

/** The kind of a key; undefined where there is none. */
export const findKind = (key: string): ProductKind | undefined => byKey.get(key);
