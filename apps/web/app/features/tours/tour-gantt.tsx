import type { Tour, TourPlan } from '@jiechuan/contract';
import { useWords } from '../../ui/text.ts';
import { clockOf } from './tour-values.ts';

const width = 960;
const head = 96;
const row = 46;

/** As much of a name as a bar has room for, with a mark where it goes on; Chinese signs are twice as wide as letters. */
function fitting(name: string, room: number): string {
  const wide = (sign: string) => (/[\u2E80-\uFFEF]/.test(sign) ? 13.5 : 7.6);
  let used = 0;
  let kept = '';
  for (const sign of name) {
    used += wide(sign);
    if (used > room) return kept.length < 3 ? '' : `${kept.slice(0, -1).trimEnd()}…`;
    kept += sign;
  }
  return kept;
}

/**
 * The days of a tour as bars of time. Decoration for the table beneath it, which says the same in words; so it is hidden
 * from readers of text.
 */
export function TourGantt({ tour, plan }: { tour: Tour; plan: TourPlan }) {
  const { of, language } = useWords();
  const { starts, ends } = tour.limits;
  const x = (minute: number) => head + ((minute - starts) / (ends - starts)) * (width - head - 8);
  const hours: number[] = [];
  for (let hour = Math.ceil(starts / 120) * 120; hour <= ends; hour += 120) hours.push(hour);
  const date = (day: string) =>
    new Intl.DateTimeFormat(language, { day: 'numeric', month: 'numeric', timeZone: 'UTC' }).format(
      Date.parse(day),
    );
  const looks = {
    visit: 'fill-celadon',
    'leg-road': 'fill-field',
    'leg-rail': 'fill-seal',
    meal: 'fill-wash stroke-field',
  };
  return (
    <svg
      viewBox={`0 0 ${width} ${plan.days.length * row + 30}`}
      aria-hidden="true"
      className="h-auto w-full overflow-visible max-sm:mt-2"
      data-chart="gantt"
    >
      {hours.map((hour) => (
        <g key={hour}>
          <path d={`M${x(hour)} 20V${plan.days.length * row + 24}`} className="stroke-rule" />
          <text x={x(hour)} y="14" textAnchor="middle" className="fill-faded text-[13px] max-sm:text-[22px]">
            {clockOf(hour)}
          </text>
        </g>
      ))}
      {plan.days.map((day, nth) => (
        <g key={day.date}>
          <text x="0" y={nth * row + 50} className="fill-ink text-[15px] max-sm:text-[26px]">
            {date(day.date)}
          </text>
          {day.items.map((item) => {
            const tall = item.kind === 'leg' ? 10 : 28;
            const look = item.kind === 'leg' ? looks[`leg-${item.mode}`] : looks[item.kind];
            const stop = item.kind === 'visit' ? tour.stops.find(({ id }) => id === item.stopId) : undefined;
            const long = x(item.end) - x(item.start);
            return (
              <g key={`${item.kind}${item.start}`}>
                <rect
                  x={x(item.start)}
                  y={nth * row + 45 - tall / 2}
                  width={Math.max(1, long - 1)}
                  height={tall}
                  className={look}
                />
                {stop && (
                  <text
                    x={x(item.start) + 5}
                    y={nth * row + 50}
                    className="fill-paper text-[13px] max-sm:hidden"
                  >
                    {fitting(of(stop.names), long - 10)}
                  </text>
                )}
              </g>
            );
          })}
          {plan.samples
            .filter(({ date: of, needs }) => of === day.date && needs !== 'nothing')
            .map((one) => (
              <rect
                key={one.stopId}
                x={x(one.start)}
                y={nth * row + 62}
                width={Math.max(1, x(one.end) - x(one.start) - 1)}
                height="4"
                className="fill-ink"
                data-bar="samples"
              />
            ))}
        </g>
      ))}
    </svg>
  );
}
