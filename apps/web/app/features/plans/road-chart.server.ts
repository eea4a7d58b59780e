import type { PlanRoad } from '@jiechuan/contract';

const frame = { width: 640, height: 400, left: 88, right: 22, top: 26, bottom: 52 };
const radius = { least: 6, most: 15, none: 8 };
/** Shades of CO₂e, from little to much. */
export const shades = 5;
/** Most roads that are drawn as dots behind those that can be picked. */
const mostDots = 500;
/** From this ratio of dearest to cheapest on, costs stand on a logarithmic axis: rail beside air would all lie at the bottom. */
const wide = 12;

export interface ChartPoint {
  key: string;
  x: number;
  y: number;
  r: number;
  /** 0 … shades − 1. */
  shade: number;
  /** The goods don't last: drawn as a cross, not only in another colour. */
  short: boolean;
}

export interface RoadChart {
  width: number;
  height: number;
  /** Where the axes stand. */
  box: { left: number; right: number; top: number; bottom: number };
  days: { value: number; at: number }[];
  costs: { value: number; at: number }[];
  points: ChartPoint[];
  /** The rest of the front, as one path of dots. */
  dots: string;
  co2e: { least: number; most: number };
  life: { least: number; most: number } | null;
}

/**
 * Cost over days: a point for each road that can be picked, larger the more life is left, darker the more CO₂e, and
 * every other road of the front as a dot behind them.
 */
export function drawChart(front: readonly PlanRoad[], pickable: ReadonlySet<string>): RoadChart | null {
  const roads = front.filter(({ key }) => pickable.has(key));
  const [firstRoad] = roads;
  if (!firstRoad) return null;
  const box = {
    left: frame.left,
    right: frame.width - frame.right,
    top: frame.top,
    bottom: frame.height - frame.bottom,
  };
  const drawn = thinned(front.filter(({ key }) => !pickable.has(key)));
  const all = [...roads, ...drawn];
  const x = axis(
    all.map(({ daysTenths }) => daysTenths / 10),
    [box.left, box.right],
    false,
  );
  const y = axis(
    all.map(({ costFen }) => costFen / 100),
    [box.bottom, box.top],
    true,
  );
  const co2e = rangeOf(roads.map(({ co2eGrams }) => co2eGrams));
  const lives = roads.flatMap(({ lifeLeftDays }) =>
    lifeLeftDays === null ? [] : [Math.max(0, lifeLeftDays)],
  );
  const life = lives.length > 0 ? rangeOf(lives) : null;
  const size = (left: number | null): number =>
    left === null || life === null
      ? radius.none
      : // By area, not by radius.
        Math.sqrt(radius.least ** 2 + part(Math.max(0, left), life) * (radius.most ** 2 - radius.least ** 2));
  return {
    width: frame.width,
    height: frame.height,
    box,
    days: x.ticks,
    costs: y.ticks,
    points: roads.map((road) => ({
      key: road.key,
      x: round(x.at(road.daysTenths / 10)),
      y: round(y.at(road.costFen / 100)),
      r: round(size(road.lifeLeftDays)),
      shade: Math.min(shades - 1, Math.floor(part(road.co2eGrams, co2e) * shades)),
      short: road.daysShort > 0,
    })),
    dots: drawn
      .map(({ daysTenths, costFen }) => `M${round(x.at(daysTenths / 10))} ${round(y.at(costFen / 100))}h0`)
      .join(''),
    co2e,
    life,
  };
}

const thinned = (roads: readonly PlanRoad[]): readonly PlanRoad[] =>
  roads.filter((_, index) => index % Math.ceil(roads.length / mostDots) === 0);

interface Range {
  least: number;
  most: number;
}

const rangeOf = (values: readonly number[]): Range => ({
  least: values.reduce((least, value) => Math.min(least, value), Infinity),
  most: values.reduce((most, value) => Math.max(most, value), -Infinity),
});
/** Where a value stands in a range, 0 … 1; in the middle of one that is a single value. */
const part = (value: number, { least, most }: Range): number =>
  most === least ? 0.5 : (value - least) / (most - least);
const round = (value: number): number => Math.round(value * 10) / 10;

/** An axis over the values, with steps a person counts in (1, 2, 5 and their tens). */
function axis(values: readonly number[], [start, end]: [number, number], mayBeWide: boolean) {
  const { least, most } = rangeOf(values);
  const logarithmic = mayBeWide && least > 0 && most / least > wide;
  const ticks = logarithmic ? decades(least, most) : steps(least, most);
  const of = logarithmic ? Math.log10 : (value: number) => value;
  const [low, high] = [of(ticks[0]!), of(ticks.at(-1)!)];
  const at = (value: number): number => start + ((of(value) - low) / (high - low)) * (end - start);
  return { at, ticks: ticks.map((value) => ({ value, at: round(at(value)) })) };
}

/** Steps that hold both ends between them; at most eight. */
export function steps(least: number, most: number): number[] {
  const spread = most - least || Math.abs(most) || 1;
  const rough = spread / 6;
  const ten = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((one) => one * ten).find((one) => one >= rough)!;
  const first = Math.floor(least / step);
  const last = Math.max(first + 1, Math.ceil(most / step));
  return Array.from({ length: last - first + 1 }, (_, index) =>
    Number(((first + index) * step).toPrecision(12)),
  );
}

/** 1, 2, 5, 10, 20 … around both ends. */
function decades(least: number, most: number): number[] {
  const all: number[] = [];
  for (let ten = 10 ** Math.floor(Math.log10(least)); ten <= most * 10; ten *= 10)
    all.push(ten, 2 * ten, 5 * ten);
  const first = all.findLastIndex((one) => one <= least);
  const last = all.findIndex((one) => one >= most);
  return all.slice(Math.max(0, first), last + 1);
}
