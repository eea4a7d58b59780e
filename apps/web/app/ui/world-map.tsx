import landUrl from '../assets/land.svg?url';
import map from '../assets/map.json';

export type MapPlace = Exclude<keyof typeof map.places, 'chengdu'>;

export interface MapMark {
  place: MapPlace;
  /** Written under the circle. */
  label: string;
  count: number;
  /** What the circle says: name and count in words. */
  words: string;
}

/**
 * The world from Sichuan: a road to each continent, a circle as large as its count (area, not radius).
 * Decoration for the table beside it, which says the same in words; so it is hidden from readers of text.
 */
export function WorldMap({ marks, origin }: { marks: MapMark[]; origin: string }) {
  const [fromX = 0, fromY = 0] = map.places.chengdu;
  const largest = Math.max(1, ...marks.map(({ count }) => count));
  return (
    <svg viewBox={`0 0 ${map.width} ${map.height}`} aria-hidden="true" className="h-auto w-full">
      <use href={`${landUrl}#land`} className="fill-wash stroke-rule" strokeWidth="0.6" />
      {marks.map(({ place, count }) => {
        const [x = 0, y = 0] = map.places[place];
        const lift = Math.abs(x - fromX) / 4 + 20;
        return (
          <path
            key={place}
            d={`M${fromX} ${fromY}Q${(fromX + x) / 2} ${(fromY + y) / 2 - lift} ${x} ${y}`}
            className={count > 0 ? 'fill-none stroke-seal' : 'fill-none stroke-field'}
            strokeWidth="1.2"
            strokeDasharray={count > 0 ? undefined : '3 4'}
          />
        );
      })}
      {marks.map(({ place, label, count, words }) => {
        const [x = 0, y = 0] = map.places[place];
        const radius = count === 0 ? 5 : 7 + 17 * Math.sqrt(count / largest);
        return (
          <g key={place}>
            <title>{words}</title>
            <circle
              cx={x}
              cy={y}
              r={radius}
              className={count > 0 ? 'fill-celadon stroke-paper' : 'fill-paper stroke-field'}
              fillOpacity="0.92"
              strokeWidth="1.5"
            />
            <text
              x={x}
              y={y + radius + 16}
              textAnchor="middle"
              className="fill-ink text-[15px] max-sm:text-[26px]"
            >
              {label}
            </text>
          </g>
        );
      })}
      <rect x={fromX - 5} y={fromY - 5} width="10" height="10" className="fill-seal" />
      <text x={fromX + 10} y={fromY - 8} className="fill-seal text-[15px] font-semibold max-sm:text-[26px]">
        {origin}
      </text>
    </svg>
  );
}
