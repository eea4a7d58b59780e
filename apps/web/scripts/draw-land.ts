import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { geoPath } from 'd3-geo';
import { feature } from 'topojson-client';
import type { Topology } from 'topojson-specification';
import { mapHeight as height, mapWidth as width, projection } from '../app/ui/projection.ts';

// Natural Earth's land at 1:110 million (public domain), drawn once in whole units and relative steps:
// 5 kB over the wire instead of 30.
const assets = path.resolve(import.meta.dirname, '../app/assets');

/** Longitude and latitude of what the map marks: where the goods come from, the middle of each continent. */
const marks = {
  chengdu: [104.07, 30.67],
  asia: [104, 8],
  europe: [15, 49],
  africa: [20, 3],
  americas: [-85, 22],
  oceania: [140, -27],
} as const;

const source = createRequire(import.meta.url).resolve('world-atlas/land-110m.json');
const topology = JSON.parse(readFileSync(source, 'utf8')) as Topology;
const drawn = geoPath(projection).digits(0)(feature(topology, topology.objects['land']!)) ?? '';

/** One ring as a start and relative steps; nothing where it shrank to a speck or lies below the edge. */
function ring(outline: string): string {
  const points = [...outline.matchAll(/(-?\d+),(-?\d+)/g)].map(([, x, y]) => [Number(x), Number(y)] as const);
  if (points.length < 4 || points.every(([, y]) => y > height)) return '';
  let [x, y] = points[0]!;
  let steps = `M${x} ${y}l`;
  for (const [nextX, nextY] of points.slice(1)) {
    if (nextX === x && nextY === y) continue;
    steps += `${nextX - x} ${nextY - y} `.replaceAll(' -', '-');
    [x, y] = [nextX, nextY];
  }
  return steps.length < 24 ? '' : `${steps.trim()}z`;
}

const outline = drawn.split(/(?=M)/).map(ring).join('');
writeFileSync(
  path.join(assets, 'land.svg'),
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}"><path id="land" d="${outline}"/></svg>\n`,
);
const places = Object.fromEntries(
  Object.entries(marks).map(([name, [longitude, latitude]]) => {
    const [x, y] = projection([longitude, latitude])!;
    return [name, [Math.round(x), Math.round(y)]];
  }),
);
writeFileSync(path.join(assets, 'map.json'), `${JSON.stringify({ width, height, places }, null, 2)}\n`);
