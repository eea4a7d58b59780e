import { geoNaturalEarth1, type GeoProjection } from 'd3-geo';

/** Units of the drawn world (app/assets/land.svg). */
export const world = { width: 960, height: 430 } as const;

/**
 * The alliance looks out from Sichuan, so the map is cut in the Atlantic instead of the Pacific.
 * @param finer how many steps there are in one unit of the map
 */
export const projection = (finer = 1): GeoProjection =>
  geoNaturalEarth1()
    .rotate([-150, 0])
    .scale(175 * finer)
    .translate([(world.width / 2) * finer, 250 * finer]);
