import type { TourCity } from '@jiechuan/contract';

/** Latitude and longitude of the seats, degrees (WGS 84), as of the freight network's hubs. */
export const cityPlaces: Readonly<Record<TourCity, readonly [latitude: number, longitude: number]>> = {
  chengdu: [30.66, 104.07],
  zigong: [29.34, 104.78],
  panzhihua: [26.58, 101.72],
  luzhou: [28.87, 105.44],
  deyang: [31.13, 104.4],
  mianyang: [31.47, 104.68],
  guangyuan: [32.44, 105.84],
  suining: [30.53, 105.59],
  neijiang: [29.58, 105.06],
  leshan: [29.55, 103.77],
  nanchong: [30.84, 106.11],
  meishan: [30.08, 103.85],
  yibin: [28.75, 104.64],
  guangan: [30.46, 106.63],
  dazhou: [31.21, 107.47],
  yaan: [29.98, 103.01],
  bazhong: [31.87, 106.75],
  ziyang: [30.12, 104.63],
  aba: [31.9, 102.22],
  garze: [30.05, 101.96],
  liangshan: [27.89, 102.26],
  chongqing: [29.56, 106.55],
};
