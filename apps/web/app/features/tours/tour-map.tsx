import type { Tour, TourCity, TourPlan } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import type { CityPlace } from './tour-values.ts';

const width = 640;
const margin = 60;

/**
 * The way of a tour between its cities, drawn by their latitudes and longitudes (equirectangular, true at 30° north).
 * Decoration for the table beside it, which says the same in words; so it is hidden from readers of text.
 */
export function TourMap({ tour, plan, cities }: { tour: Tour; plan: TourPlan | null; cities: CityPlace[] }) {
  const { t } = useTranslation('tours');
  const ways = (plan?.days ?? []).flatMap(({ items }, day) =>
    items.flatMap((item) => (item.kind === 'leg' && item.from !== item.to ? [{ ...item, day }] : [])),
  );
  const shown = new Set<TourCity>([
    tour.startCity,
    tour.endCity,
    ...tour.stops.map(({ city }) => city),
    ...ways.flatMap(({ from, to }) => [from, to]),
  ]);
  const places = cities.filter(({ city }) => shown.has(city));
  const across = (longitude: number) => longitude * Math.cos((30 * Math.PI) / 180);
  const xs = places.map(({ longitude }) => across(longitude));
  const ys = places.map(({ latitude }) => latitude);
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const [bottom, top] = [Math.min(...ys), Math.max(...ys)];
  const scale = Math.min(
    (width - 2 * margin) / Math.max(right - left, 0.5),
    340 / Math.max(top - bottom, 0.5),
  );
  const height = Math.round((top - bottom) * scale) + 2 * margin;
  const shift = (width - (right - left) * scale) / 2;
  const at = new Map(
    places.map(({ city, latitude, longitude }) => [
      city,
      [
        Math.round(shift + (across(longitude) - left) * scale),
        Math.round(margin + (top - latitude) * scale),
      ] as const,
    ]),
  );
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      aria-hidden="true"
      className="h-auto w-full bg-wash"
      data-map="tour"
    >
      {ways.map(({ from, to, mode, day, start }, nth) => {
        const [fromX, fromY] = at.get(from)!;
        const [toX, toY] = at.get(to)!;
        // Bent to the right of the way, so that there and back don't hide each other.
        const bend = 0.12;
        const middleX = (fromX + toX) / 2 - (toY - fromY) * bend;
        const middleY = (fromY + toY) / 2 + (toX - fromX) * bend;
        return (
          <g key={`${day}/${start}`}>
            <path
              d={`M${fromX} ${fromY}Q${middleX.toFixed(1)} ${middleY.toFixed(1)} ${toX} ${toY}`}
              className={`fill-none ${mode === 'rail' ? 'stroke-seal' : 'stroke-celadon'}`}
              strokeWidth="2.5"
              strokeDasharray={mode === 'rail' ? undefined : '7 4'}
            />
            <circle
              cx={middleX / 2 + (fromX + toX) / 4}
              cy={middleY / 2 + (fromY + toY) / 4}
              r="9"
              className="fill-paper stroke-rule"
            />
            <text
              x={middleX / 2 + (fromX + toX) / 4}
              y={middleY / 2 + (fromY + toY) / 4 + 4}
              textAnchor="middle"
              className="fill-ink text-[11px]"
            >
              {nth + 1}
            </text>
          </g>
        );
      })}
      {places.map(({ city }) => {
        const [x, y] = at.get(city)!;
        return (
          <g key={city}>
            <rect
              x={x - 5}
              y={y - 5}
              width="10"
              height="10"
              className={city === tour.startCity ? 'fill-seal' : 'fill-ink'}
            />
            <text
              x={x + 9}
              y={y - 8}
              paintOrder="stroke"
              strokeWidth="4"
              className="fill-ink stroke-wash text-[15px] font-semibold max-sm:text-[24px]"
            >
              {t(`city.${city}`)}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
