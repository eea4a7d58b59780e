import type { ProductStanding } from '@jiechuan/contract';
import landUrl from '../../assets/land.svg?url';
import map from '../../assets/map.json';

/** The middle of each continent on the map; the Americas are two. */
const places: Record<string, [x: number, y: number]> = {
  AF: [134, 241],
  AN: [194, 420],
  AS: [312, 173],
  EU: [164, 99],
  NA: [755, 127],
  OC: [454, 333],
  SA: [881, 287],
};

/**
 * Where a product is bought, small: a circle for each continent, filled where it is ordered again. Decoration for the words
 * beside it, which say the same.
 */
export function ReachMap({ markets }: { markets: ProductStanding['markets'] }) {
  const [fromX = 0, fromY = 0] = map.places.chengdu;
  const continents = [...Map.groupBy(markets, ({ continent }) => continent ?? '')]
    .filter(([continent]) => continent in places)
    .map(([continent, some]) => ({
      continent,
      at: places[continent]!,
      radius: 18 + 6 * Math.min(6, some.length),
      repeat: some.some(({ market, repeat }) => repeat && market !== 'CN'),
    }));
  return (
    <svg viewBox={`0 0 ${map.width} ${map.height}`} aria-hidden="true" className="h-auto w-36 shrink-0">
      <use href={`${landUrl}#land`} className="fill-wash stroke-field" strokeWidth="1.5" />
      {continents.map(({ continent, at: [x, y], repeat }) => (
        <line
          key={continent}
          x1={fromX}
          y1={fromY}
          x2={x}
          y2={y}
          className={repeat ? 'stroke-celadon' : 'stroke-field'}
          strokeWidth="5"
        />
      ))}
      {continents.map(({ continent, at: [x, y], radius, repeat }) => (
        <circle
          key={continent}
          cx={x}
          cy={y}
          r={radius}
          className={repeat ? 'fill-celadon stroke-paper' : 'fill-paper stroke-ink'}
          strokeWidth="6"
        />
      ))}
      <rect x={fromX - 12} y={fromY - 12} width="24" height="24" className="fill-seal" />
    </svg>
  );
}
