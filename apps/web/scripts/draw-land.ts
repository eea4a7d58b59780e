import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { geoPath } from 'd3-geo';
import { feature } from 'topojson-client';
import type { Topology } from 'topojson-specification';
import { mapHeight as height, mapWidth as width, projection, projectionOf } from '../app/ui/projection.ts';

const assets = path.resolve(import.meta.dirname, '../app/assets');
const require = createRequire(import.meta.url);

/** Longitude and latitude of what the map marks: where the goods come from, the middle of each continent. */
const marks = {
  chengdu: [104.07, 30.67],
  asia: [104, 8],
  europe: [15, 49],
  africa: [20, 3],
  americas: [-85, 22],
  oceania: [140, -27],
} as const;

/** One ring as a start and relative steps; nothing where it shrank to a speck or lies below the edge. */
function ring(outline: string, finer: number): string {
  const points = [...outline.matchAll(/(-?\d+),(-?\d+)/g)].map(([, x, y]) => [Number(x), Number(y)] as const);
  if (points.length < 4 || points.every(([, y]) => y > height * finer)) return '';
  let [x, y] = points[0]!;
  let steps = `M${x} ${y}l`;
  for (const [nextX, nextY] of points.slice(1)) {
    if (nextX === x && nextY === y) continue;
    steps += `${nextX - x} ${nextY - y} `.replaceAll(' -', '-');
    [x, y] = [nextX, nextY];
  }
  return steps.length < 24 ? '' : `${steps.trim()}z`;
}

/**
 * Natural Earth's land (public domain) drawn once in whole steps, relative ones. Coasts only: the map shows
 * roads, and says nothing of borders.
 * @param finer how many steps there are in one unit of the map
 */
function drawLand(edition: 'land-110m' | 'land-50m', file: string, finer: number): void {
  const topology = JSON.parse(
    readFileSync(require.resolve(`world-atlas/${edition}.json`), 'utf8'),
  ) as Topology;
  const drawn = geoPath(projectionOf(finer)).digits(0)(feature(topology, topology.objects['land']!)) ?? '';
  const outline = drawn
    .split(/(?=M)/)
    .map((one) => ring(one, finer))
    .join('');
  const box = `0 0 ${width * finer} ${height * finer}`;
  writeFileSync(
    path.join(assets, file),
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box}"><path id="land" d="${outline}"/></svg>\n`,
  );
}

// The whole world in 5 kB over the wire, and a finer one (19 kB) for a part of it seen from near.
drawLand('land-110m', 'land.svg', 1);
drawLand('land-50m', 'land-near.svg', 2);

const places = Object.fromEntries(
  Object.entries(marks).map(([name, [longitude, latitude]]) => {
    const [x, y] = projection([longitude, latitude])!;
    return [name, [Math.round(x), Math.round(y)]];
  }),
);
writeFileSync(path.join(assets, 'map.json'), `${JSON.stringify({ width, height, places }, null, 2)}\n`);
