import { useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useWords } from '../../ui/text.ts';
import type { ChartPoint, RoadChart } from './road-chart.server.ts';
import type { RoadRow } from './roads-view.server.ts';

const shadeOf = ['co2e-0', 'co2e-1', 'co2e-2', 'co2e-3', 'co2e-4'];

/**
 * Cost over days, a point a road. Points are links: picking one shows its road. By keyboard the chart is one stop;
 * arrows go from point to point by days, Home and End to the ends, Enter picks. The table beside says the same.
 */
export function RoadChartFigure(props: {
  chart: RoadChart;
  roads: readonly RoadRow[];
  shown: string | null;
  chosen: string | null;
  addressOf(key: string): string;
}) {
  const { t } = useTranslation('plans');
  const { number, money } = useWords();
  const id = useId();
  const { chart, shown } = props;
  const { box } = chart;
  const svg = useRef<SVGSVGElement>(null);
  const inOrder = chart.points.toSorted((a, b) => a.x - b.x || a.y - b.y);
  const [standing, setStanding] = useState<string | null>(null);
  const active = standing ?? (inOrder.find(({ key }) => key === shown) ?? inOrder[0])?.key;
  const walk = (event: React.KeyboardEvent<HTMLAnchorElement>) => {
    const at = inOrder.findIndex(({ key }) => key === active);
    const to = {
      ArrowRight: at + 1,
      ArrowDown: at + 1,
      ArrowLeft: at - 1,
      ArrowUp: at - 1,
      Home: 0,
      End: inOrder.length - 1,
    }[event.key];
    const next = to === undefined ? undefined : inOrder[Math.min(inOrder.length - 1, Math.max(0, to))];
    if (!next) return;
    event.preventDefault();
    setStanding(next.key);
    svg.current?.querySelector<SVGAElement>(`[data-road="${next.key}"]`)?.focus();
  };
  const wordsOf = (road: RoadRow) =>
    [
      t('days', { count: road.daysTenths / 10 }),
      money(road.costFen, 'CNY'),
      t('co2e', { kilograms: number(Math.round(road.co2eGrams / 1000)) }),
      road.daysShort > 0
        ? t('daysShort', { count: road.daysShort })
        : road.lifeLeftDays !== null && t('daysLeft', { count: road.lifeLeftDays }),
      road.key === props.chosen && t('road.chosen'),
    ]
      .filter(Boolean)
      .join(', ');
  // Large ones first, so that no small one is hidden behind them.
  const drawn = chart.points.toSorted((a, b) => b.r - a.r);
  return (
    <figure className="grid gap-x-6 gap-y-2 lg:grid-cols-[minmax(0,7fr)_minmax(0,3fr)]">
      <svg
        ref={svg}
        viewBox={`0 0 ${chart.width} ${chart.height}`}
        role="group"
        aria-labelledby={`${id}title`}
        aria-describedby={`${id}how`}
        className="h-auto w-full"
      >
        <title id={`${id}title`}>{t('chart.title')}</title>
        <g aria-hidden="true" className="fill-faded text-[13px] tabular-nums max-sm:text-[20px]">
          {chart.costs.map(({ value, at }) => (
            <g key={value}>
              <path d={`M${box.left} ${at}H${box.right}`} className="stroke-rule" />
              <text x={box.left - 8} y={at + 4} textAnchor="end">
                {number(value)}
              </text>
            </g>
          ))}
          {chart.days.map(({ value, at }) => (
            <g key={value}>
              <path d={`M${at} ${box.top}V${box.bottom}`} className="stroke-rule" />
              <text x={at} y={box.bottom + 18} textAnchor="middle">
                {number(value)}
              </text>
            </g>
          ))}
          <path d={`M${box.left} ${box.top}V${box.bottom}H${box.right}`} className="fill-none stroke-ink" />
          <text x={box.right} y={chart.height - 8} textAnchor="end" className="fill-ink">
            {t('chart.days')}
          </text>
          <text x={box.left} y={14} textAnchor="middle" className="fill-ink">
            {t('chart.cost')}
          </text>
        </g>
        <path
          d={chart.dots}
          className="stroke-field"
          strokeWidth="3.5"
          strokeLinecap="round"
          strokeOpacity="0.55"
        />
        {drawn.map((point) => {
          const road = props.roads.find(({ key }) => key === point.key)!;
          return (
            <Link
              key={point.key}
              to={props.addressOf(point.key)}
              replace
              preventScrollReset
              data-road={point.key}
              tabIndex={point.key === active ? 0 : -1}
              aria-current={point.key === shown ? 'true' : undefined}
              onFocus={() => setStanding(point.key)}
              onKeyDown={walk}
              aria-label={wordsOf(road)}
            >
              <title>{wordsOf(road)}</title>
              <Shape point={point} shown={point.key === shown} />
            </Link>
          );
        })}
      </svg>
      <figcaption className="text-sm text-faded lg:pt-4">
        <p className="mb-2 font-medium text-ink">{t('chart.title')}</p>
        <p id={`${id}how`} className="mb-3">
          {t('chart.how')}
        </p>
        <Legend chart={chart} />
      </figcaption>
    </figure>
  );
}

function Shape({ point: { x, y, r, shade, short }, shown }: { point: ChartPoint; shown: boolean }) {
  return (
    <>
      {shown && <circle cx={x} cy={y} r={r + 5} className="fill-none stroke-seal" strokeWidth="2.5" />}
      {/* A finger needs more than a small circle. */}
      <circle cx={x} cy={y} r="16" fillOpacity="0" />
      {short ? (
        <g>
          <circle
            cx={x}
            cy={y}
            r={r}
            className={`${shadeOf[shade]} stroke-seal`}
            strokeWidth="1.6"
            strokeDasharray="3 2"
          />
          <path
            d={`M${x - 5} ${y - 5}l10 10M${x + 5} ${y - 5}l-10 10`}
            className="stroke-paper"
            strokeWidth="5"
            strokeLinecap="round"
          />
          <path
            d={`M${x - 5} ${y - 5}l10 10M${x + 5} ${y - 5}l-10 10`}
            className="stroke-seal"
            strokeWidth="2.2"
            strokeLinecap="round"
          />
        </g>
      ) : (
        <circle cx={x} cy={y} r={r} className={`${shadeOf[shade]} stroke-ink`} strokeWidth="1.4" />
      )}
    </>
  );
}

function Legend({ chart }: { chart: RoadChart }) {
  const { t } = useTranslation('plans');
  const { number } = useWords();
  const kilograms = (grams: number) => number(Math.round(grams / 1000));
  const isShort = chart.points.some(({ short }) => short);
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-1.5 lg:flex-col">
      <li className="inline-flex items-center gap-1.5">
        <svg viewBox="0 0 90 16" aria-hidden="true" className="h-4 w-[5.6rem]">
          {shadeOf.map((look, index) => (
            <circle key={look} cx={9 + index * 18} cy="8" r="7" className={`${look} stroke-ink`} />
          ))}
        </svg>
        {t('chart.shade', { least: kilograms(chart.co2e.least), most: kilograms(chart.co2e.most) })}
      </li>
      {chart.life && (
        <li className="inline-flex items-center gap-1.5">
          <svg viewBox="0 0 46 20" aria-hidden="true" className="h-5 w-[2.9rem]">
            <circle cx="6" cy="10" r="4" className="fill-sheet stroke-ink" />
            <circle cx="19" cy="10" r="6.5" className="fill-sheet stroke-ink" />
            <circle cx="36" cy="10" r="9" className="fill-sheet stroke-ink" />
          </svg>
          {t('chart.size', { least: number(chart.life.least), most: number(chart.life.most) })}
        </li>
      )}
      {isShort && (
        <li className="inline-flex items-center gap-1.5">
          <svg viewBox="0 0 16 16" aria-hidden="true" className="size-4">
            <path
              d="M3 3l10 10M13 3l-10 10"
              className="stroke-seal"
              strokeWidth="2.2"
              strokeLinecap="round"
            />
          </svg>
          {t('chart.short')}
        </li>
      )}
    </ul>
  );
}
