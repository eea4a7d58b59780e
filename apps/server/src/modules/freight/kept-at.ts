import type { StorageClass, TemperatureClass } from '@jiechuan/contract';

/** Degrees of a class in tenths: its range, and what it is usually set to. Ambient is what it is; nobody sets it. */
export const classTemperatures: Readonly<
  Record<TemperatureClass, { min: number; max: number; usual: number }>
> = {
  ambient: { min: 100, max: 300, usual: 200 },
  cool: { min: 80, max: 150, usual: 120 },
  chilled: { min: 0, max: 80, usual: 40 },
  frozen: { min: -250, max: -180, usual: -180 },
};

export interface Wanted {
  storageClass: StorageClass;
  /** Tenths of °C that the goods bear; null where nobody said. */
  minTenthsC: number | null;
  maxTenthsC: number | null;
}

/** The class that goods travel in: theirs, and ambient for what doesn't mind. */
export const travelClass = ({ storageClass }: Wanted): TemperatureClass =>
  storageClass === 'none' ? 'ambient' : storageClass;

export const isKeptCool = (wanted: Wanted): boolean => travelClass(wanted) !== 'ambient';

/**
 * The temperature at which these goods are kept in their class: the class's usual one, moved into what the goods bear.
 * @returns tenths of °C; null where the goods don't bear what the class gives them
 */
export function keptAtTenths(wanted: Wanted): number | null {
  const { min, max, usual } = classTemperatures[travelClass(wanted)];
  if (!isKeptCool(wanted))
    return usual >= (wanted.minTenthsC ?? usual) && usual <= (wanted.maxTenthsC ?? usual) ? usual : null;
  const low = Math.max(min, wanted.minTenthsC ?? min);
  const high = Math.min(max, wanted.maxTenthsC ?? max);
  return low > high ? null : Math.min(high, Math.max(low, usual));
}
