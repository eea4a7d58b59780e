import type { KindRow } from '../kind.ts';
import { crafts } from './crafts.ts';
import { drinks } from './drinks.ts';
import { fruit } from './fruit.ts';
import { health } from './health.ts';
import { industry } from './industry.ts';
import { preparedFood } from './prepared-food.ts';
import { seasonings } from './seasonings.ts';
import { vegetables } from './vegetables.ts';

export const kindRows: readonly KindRow[] = [
  ...seasonings,
  ...vegetables,
  ...fruit,
  ...drinks,
  ...preparedFood,
  ...health,
  ...crafts,
  ...industry,
];
