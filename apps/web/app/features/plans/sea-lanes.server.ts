import { geoDistance } from 'd3-geo';

type Place = [longitude: number, latitude: number];

/** Where ships turn: capes, straits, canals. Only for drawing: no length, time or price is reckoned with it. */
const turns: Record<string, Place> = {
  bohai: [120.8, 38.4],
  yellowSea: [123, 34.5],
  eastChinaSea: [123.5, 29.5],
  korea: [129, 34.3],
  japanSea: [132.5, 40],
  kanto: [140.5, 34.3],
  taiwan: [119.3, 24.3],
  southChinaSea: [113.5, 19.5],
  tonkin: [107.8, 19.3],
  vietnam: [110, 12],
  siam: [101.5, 10.5],
  manila: [119.5, 14.5],
  singapore: [104.4, 1.3],
  malacca: [99, 5],
  java: [107, -4.8],
  lombok: [115.6, -9.2],
  timor: [124, -10.5],
  perth: [114, -32],
  bight: [131, -35.5],
  bass: [146.5, -39.2],
  sydney: [153, -33.5],
  torres: [143.5, -10.3],
  queensland: [154, -20],
  tasman: [168, -38],
  bengal: [89, 14],
  ceylon: [80.6, 5.4],
  goa: [72, 14],
  arabia: [60, 15],
  oman: [60.5, 23],
  hormuz: [56.6, 26.4],
  gulf: [52, 27],
  aden: [46, 12.2],
  babElMandeb: [43.3, 12.7],
  redSea: [38, 20.5],
  suez: [32.5, 29.8],
  levant: [31.5, 32.3],
  crete: [24, 34.5],
  aegean: [25, 37.8],
  bosporus: [29.1, 41.3],
  blackSea: [34, 43.3],
  azov: [37.3, 44.5],
  ionian: [18, 36.5],
  adriatic: [18.8, 40],
  triesteGulf: [13.3, 44.9],
  tyrrhenian: [11.5, 38.3],
  lion: [5, 41.8],
  alboran: [-2, 36.2],
  gibraltar: [-6, 35.9],
  stVincent: [-9.6, 37],
  finisterre: [-9.8, 43.5],
  ushant: [-5.6, 48.7],
  dover: [1.5, 51],
  germanBight: [5.5, 54],
  skagen: [10.6, 57.9],
  sound: [12.3, 55],
  baltic: [18.5, 56],
  finland: [25, 59.7],
  norwegianSea: [8, 64],
  northCape: [26, 71.5],
  whiteSea: [41, 68],
  mombasa: [42, -4],
  mozambique: [41, -17],
  durban: [32, -30.5],
  agulhas: [20, -35.5],
  namibia: [12, -22],
  guinea: [3, 3],
  verde: [-18.5, 14.5],
  recife: [-34, -8],
  rio: [-42, -24],
  plata: [-55, -36],
  aleutians: [-175, 46],
  midPacific: [-170, 30],
  vancouver: [-126, 48.3],
  losAngeles: [-120, 33.4],
  mexico: [-107, 19],
  panamaWest: [-79.8, 7.6],
  panamaEast: [-79.8, 9.8],
  callao: [-78, -12],
  valparaiso: [-73, -33],
  florida: [-79.5, 26],
  newYork: [-72.5, 40],
};

/** Which turns a ship sails between without another. */
const lanes =
  'bohai-yellowSea yellowSea-eastChinaSea yellowSea-korea eastChinaSea-korea korea-japanSea eastChinaSea-kanto japanSea-aleutians eastChinaSea-taiwan taiwan-southChinaSea southChinaSea-tonkin southChinaSea-vietnam tonkin-vietnam southChinaSea-manila manila-lombok vietnam-singapore vietnam-siam siam-singapore singapore-malacca singapore-java java-lombok lombok-timor lombok-perth timor-torres torres-queensland queensland-sydney perth-bight bight-bass bass-sydney sydney-tasman malacca-bengal malacca-ceylon bengal-ceylon ceylon-goa goa-arabia ceylon-arabia ceylon-mombasa arabia-oman oman-hormuz hormuz-gulf arabia-aden aden-babElMandeb babElMandeb-redSea redSea-suez suez-levant levant-crete crete-aegean aegean-bosporus bosporus-blackSea blackSea-azov crete-ionian ionian-adriatic adriatic-triesteGulf ionian-tyrrhenian tyrrhenian-lion tyrrhenian-alboran lion-alboran alboran-gibraltar gibraltar-stVincent stVincent-finisterre finisterre-ushant ushant-dover dover-germanBight germanBight-skagen skagen-sound sound-baltic baltic-finland germanBight-norwegianSea norwegianSea-northCape northCape-whiteSea aden-mombasa mombasa-mozambique mozambique-durban durban-agulhas agulhas-namibia namibia-guinea guinea-verde verde-stVincent verde-recife recife-rio rio-plata agulhas-rio kanto-aleutians aleutians-vancouver vancouver-losAngeles kanto-midPacific midPacific-losAngeles losAngeles-mexico mexico-panamaWest panamaWest-panamaEast panamaWest-callao callao-valparaiso panamaEast-florida florida-newYork newYork-ushant florida-stVincent'
    .split(' ')
    .map((lane) => lane.split('-') as [string, string]);

/** The way a ship would take between two ports, as turns between its ends: the shortest along the lanes. */
export function seaLane(from: Place, to: Place): Place[] {
  const [start, end] = [nearest(from), nearest(to)];
  // Neighbours sail straight: a way over the turns would be a detour.
  if (start === end || geoDistance(from, to) < geoDistance(from, turns[start]!)) return [];
  const way = new Map<string, { length: number; before: string | null }>([
    [start, { length: geoDistance(from, turns[start]!), before: null }],
  ]);
  const open = new Set([start]);
  while (open.size > 0) {
    const [turn] = [...open].toSorted((a, b) => way.get(a)!.length - way.get(b)!.length) as [string];
    open.delete(turn);
    for (const next of neighbours(turn)) {
      const length = way.get(turn)!.length + geoDistance(turns[turn]!, turns[next]!);
      if (length >= (way.get(next)?.length ?? Infinity)) continue;
      way.set(next, { length, before: turn });
      open.add(next);
    }
  }
  const passed: Place[] = [];
  for (let turn: string | null = end; turn !== null; turn = way.get(turn)?.before ?? null)
    passed.unshift(turns[turn]!);
  return passed;
}

const neighbours = (turn: string): string[] =>
  lanes.flatMap(([one, other]) => (one === turn ? [other] : other === turn ? [one] : []));

const nearest = (place: Place): string =>
  Object.keys(turns).toSorted((a, b) => geoDistance(place, turns[a]!) - geoDistance(place, turns[b]!))[0]!;
