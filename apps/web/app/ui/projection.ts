import { geoNaturalEarth1, type GeoProjection } from 'd3-geo';

/** Size of the world map, in its own units. */
export const mapWidth = 960;
export const mapHeight = 430;

/**
 * The alliance looks out from Sichuan, so the map is cut in the Atlantic instead of the Pacific.
 * @param larger how many times as large as the map, and by how much it is moved afterwards
 */
export const projectionOf = (larger: number, [across, down] = [0, 0] as [number, number]): GeoProjection =>
  geoNaturalEarth1()
    .rotate([-150, 0])
    .scale(175 * larger)
    .translate([(mapWidth / 2) * larger + across, 250 * larger + down]);

export const projection = projectionOf(1);

/** Where a place lies on the map, in tenths of a unit. @param latitude, longitude degrees, WGS 84 */
export function placeOnMap({
  latitude,
  longitude,
}: {
  latitude: number;
  longitude: number;
}): [number, number] {
  const [x, y] = projection([longitude, latitude])!;
  return [Math.round(x * 10) / 10, Math.round(y * 10) / 10];
}
