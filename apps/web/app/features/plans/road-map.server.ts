import type { PlanHub, PlanLeg } from '@jiechuan/contract';
import { geoPath } from 'd3-geo';
import { mapHeight, mapWidth, projection, projectionOf } from '../../ui/projection.ts';
import { inLanguage } from '../../ui/text.ts';
import { seaLane } from './sea-lanes.server.ts';

/** Units of the drawing; the page gives it its width. */
const frame = { width: 960, height: 480 };
/** Room for names around the outermost hubs. */
const margin = { x: 160, y: 75 };
/** The nearest the map is seen from: land is drawn for twice the world's size. */
const nearestScale = 4.5;

type Anchor = 'start' | 'middle' | 'end';

export interface Stop {
  id: string;
  x: number;
  y: number;
  name: string;
  /** Where the name stands, if there is room for it. */
  label: { x: number; y: number; anchor: Anchor } | null;
}

export interface RoadDrawing {
  width: number;
  height: number;
  /** What brings the drawn land (`land-near.svg`, in half units of the world) into the frame. */
  land: string;
  stops: Stop[];
  lines: { mode: string; path: string }[];
}

/** A road on the map: its hubs in their order, its legs along great circles, ships along the sea lanes. */
export function drawRoad(
  legs: readonly PlanLeg[],
  hubs: ReadonlyMap<string, PlanHub>,
  language: string,
): RoadDrawing | null {
  const passed = [...new Set(legs.flatMap(({ from, to }) => [from, to]))].flatMap((id) => hubs.get(id) ?? []);
  if (passed.length < 2) return null;
  const ways = legs.map(({ from, to, mode }) => ({ mode, way: wayOf(hubs.get(from), hubs.get(to), mode) }));
  const line = (way: [number, number][]) => ({ type: 'LineString' as const, coordinates: way });
  const [[left, top], [right, bottom]] = geoPath(projection).bounds({
    type: 'GeometryCollection',
    geometries: ways.map(({ way }) => line(way)),
  });
  const scale = Math.min(
    nearestScale,
    (frame.width - 2 * margin.x) / Math.max(1, right - left),
    (frame.height - 2 * margin.y) / Math.max(1, bottom - top),
  );
  // The road in the middle, but nothing of what lies beyond the drawn world.
  const across = shift(frame.width / 2 - (scale * (left + right)) / 2, frame.width, mapWidth * scale);
  const down = shift(frame.height / 2 - (scale * (top + bottom)) / 2, frame.height, mapHeight * scale);
  const near = projectionOf(scale, [across, down]).precision(0.1);
  const draw = geoPath(near).digits(1);
  const stops = passed.map(({ id, names, longitude, latitude }) => {
    const [x, y] = near([longitude, latitude])!;
    return { id, name: inLanguage(names, language).text, x: round(x), y: round(y) };
  });
  return {
    ...frame,
    land: `translate(${round(across)} ${round(down)}) scale(${round(scale / 2)})`,
    stops: labelled(apart(stops)),
    lines: ways.map(({ mode, way }) => ({ mode, path: draw(line(way)) ?? '' })),
  };
}

function wayOf(from: PlanHub | undefined, to: PlanHub | undefined, mode: string): [number, number][] {
  if (!from || !to) return [];
  const [start, end]: [number, number][] = [
    [from.longitude, from.latitude],
    [to.longitude, to.latitude],
  ];
  return mode === 'sea' ? [start!, ...seaLane(start!, end!), end!] : [start!, end!];
}

/** Keeps the frame within the world where the world is larger than it. */
const shift = (wanted: number, frameSize: number, worldSize: number): number =>
  worldSize <= frameSize ? (frameSize - worldSize) / 2 : Math.min(0, Math.max(frameSize - worldSize, wanted));

const round = (value: number): number => Math.round(value * 100) / 100;

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Discs of neighbours (a city and its terminal) are pushed apart until each number can be read. */
function apart(stops: Omit<Stop, 'label'>[]): Omit<Stop, 'label'>[] {
  const least = 21;
  const moved = stops.map((stop) => ({ ...stop }));
  for (let times = 0; times < 20; times++) {
    let still = true;
    for (const [index, one] of moved.entries())
      for (const other of moved.slice(index + 1)) {
        const [across, down] = [other.x - one.x, other.y - one.y];
        const distance = Math.hypot(across, down);
        if (distance >= least) continue;
        still = false;
        // Two in one place go apart sideways.
        const [unitX, unitY] = distance === 0 ? [1, 0] : [across / distance, down / distance];
        const push = (least - distance) / 2 + 0.1;
        one.x -= unitX * push;
        one.y -= unitY * push;
        other.x += unitX * push;
        other.y += unitY * push;
      }
    if (still) break;
  }
  return moved.map((stop) => ({ ...stop, x: round(stop.x), y: round(stop.y) }));
}

/** Height of a line of names and how wide a letter of each kind of script stands in it. */
const letter = { height: 22, wide: 18, narrow: 9.5 };
const reach = 14;

/** Names are written where they cover no other name and no hub; first and last are placed first. */
function labelled(stops: Omit<Stop, 'label'>[]): Stop[] {
  const taken: Box[] = stops.map(({ x, y }) => ({ left: x - 9, right: x + 9, top: y - 9, bottom: y + 9 }));
  const places = new Map<string, Stop['label']>();
  const order = [stops[0]!, stops.at(-1)!, ...stops.slice(1, -1)];
  for (const [place, { id, name, x, y }] of order.entries()) {
    // Both ends are named on a phone too, where letters are as large again beside the map.
    const size = place < 2 ? 1.65 : 1;
    const width = [...name].reduce(
      (sum, one) => sum + size * (/[⺀-鿿＀-￯]/.test(one) ? letter.wide : letter.narrow),
      0,
    );
    const found = (
      [
        [x + reach, y + 6, 'start'],
        [x - reach, y + 6, 'end'],
        [x, y - reach, 'middle'],
        [x, y + reach + 14, 'middle'],
        [x + reach, y - 12, 'start'],
        [x - reach, y - 12, 'end'],
        [x + reach, y + 24, 'start'],
        [x - reach, y + 24, 'end'],
      ] as const
    )
      .map(([labelX, labelY, anchor]) => ({
        label: { x: labelX, y: labelY, anchor },
        box: boxOf(labelX, labelY, anchor, width, size),
      }))
      .find(
        ({ box }) =>
          box.left >= 4 &&
          box.right <= frame.width - 4 &&
          box.top >= 2 &&
          box.bottom <= frame.height - 2 &&
          !taken.some((other, index) => stops[index]?.id !== id && overlaps(box, other)),
      );
    places.set(id, found?.label ?? null);
    if (found) taken.push(found.box);
  }
  return stops.map((stop) => ({ ...stop, label: places.get(stop.id) ?? null }));
}

function boxOf(x: number, y: number, anchor: Anchor, width: number, size: number): Box {
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
  return { left, right: left + width, top: y - letter.height * size + 5, bottom: y + 5 * size };
}

const overlaps = (one: Box, other: Box): boolean =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
