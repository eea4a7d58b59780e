/**
 * The syllables of Hanyu Pinyin (ISO 7098:2015, table A.1, without interjections) with their Cyrillic spelling by the
 * Palladius system (система Палладия, as codified in L. R. Kontsevich, «Китайские имена собственные и термины в русском
 * тексте», 2002): an initial and a final each have their letters; the exceptions stand below. ü is written v.
 */
const finalsByInitial: Record<string, string> = {
  '': 'a o e ai ei ao ou an en ang eng er',
  b: 'a o ai ei ao an en ang eng i iao ie ian in ing u',
  p: 'a o ai ei ao ou an en ang eng i iao ie ian in ing u',
  m: 'a o e ai ei ao ou an en ang eng i iao ie iu ian in ing u',
  f: 'a o ei ou an en ang eng u',
  d: 'a e ai ei ao ou an en ang eng ong i ia iao ie iu ian ing u uo ui uan un',
  t: 'a e ai ao ou an ang eng ong i iao ie ian ing u uo ui uan un',
  n: 'a e ai ei ao ou an en ang eng ong i iao ie iu ian in iang ing u uo uan v ve',
  l: 'a e ai ei ao ou an ang eng ong i ia iao ie iu ian in iang ing u uo uan un v ve',
  g: 'a e ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang',
  k: 'a e ai ao ou an en ang eng ong u ua uo uai ui uan un uang',
  h: 'a e ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang',
  j: 'i ia iao ie iu ian in iang ing iong u ue uan un',
  q: 'i ia iao ie iu ian in iang ing iong u ue uan un',
  x: 'i ia iao ie iu ian in iang ing iong u ue uan un',
  zh: 'a e ai ao ou an en ang eng ong i u ua uo uai ui uan un uang',
  ch: 'a e ai ao ou an en ang eng ong i u ua uo uai ui uan un uang',
  sh: 'a e ai ei ao ou an en ang eng i u ua uo uai ui uan un uang',
  r: 'e ao ou an en ang eng ong i u ua uo ui uan un',
  z: 'a e ai ei ao ou an en ang eng ong i u uo ui uan un',
  c: 'a e ai ao ou an en ang eng ong i u uo ui uan un',
  s: 'a e ai ao ou an en ang eng ong i u uo ui uan un',
  y: 'a ao e ou an in ang ing ong i u ue uan un',
  w: 'a o ai ei an en ang eng u',
};

const cyrillicInitials: Record<string, string> = Object.fromEntries(
  'b б p п m м f ф d д t т n н l л g г k к h х j цз q ц x с zh чж ch ч sh ш r ж z цз c ц s с y y w в'
    .match(/\S+ \S+/g)!
    .map((pair) => pair.split(' ')),
);

const cyrillicFinals: Record<string, string> = Object.fromEntries(
  (
    'a а o о e э ai ай ei эй ao ао ou оу an ань en энь ang ан eng эн ong ун er эр i и ia я iao яо ie е iu ю ian янь ' +
    'in инь iang ян ing ин iong юн u у ua уа uo о uai уай ui уй uan уань un унь uang уан v юй ve юэ'
  )
    .match(/\S+ \S+/g)!
    .map((pair) => pair.split(' ')),
);

/** Where the letters of initial and final don't simply stand side by side. */
const exceptions: Record<string, string> = Object.fromEntries(
  (
    'ya я yao яо ye е you ю yan янь yin инь yang ян ying ин yong юн yi и yu юй yue юэ yuan юань yun юнь wu у ' +
    'zi цзы ci цы si сы hui хуэй ju цзюй jue цзюэ juan цзюань jun цзюнь qu цюй que цюэ quan цюань qun цюнь ' +
    'xu сюй xue сюэ xuan сюань xun сюнь'
  )
    .match(/\S+ \S+/g)!
    .map((pair) => pair.split(' ')),
);

/** Pinyin syllable (ü as v) → Cyrillic. */
export const cyrillicBySyllable: ReadonlyMap<string, string> = new Map(
  Object.entries(finalsByInitial).flatMap(([initial, finals]) =>
    finals.split(' ').map((final): [string, string] => {
      const syllable = initial + final;
      return [syllable, exceptions[syllable] ?? (cyrillicInitials[initial] ?? '') + cyrillicFinals[final]!];
    }),
  ),
);

/** ü can't be typed on most keyboards: lü, lv and lu are one key. */
export const foldSyllable = (syllable: string): string => syllable.replace('v', 'u');

/**
 * Splits a spelling into the fewest pieces that `known` has, longer ones first; undefined when it can't be done.
 * @param partialTail whether the last piece may be the beginning of a known one, as while somebody types
 */
export function splitInto(
  text: string,
  known: { has: (piece: string) => boolean },
  longest: number,
  partialTail?: { has: (piece: string) => boolean },
): string[] | undefined {
  const best: (string[] | undefined)[] = Array.from({ length: text.length + 1 });
  best[text.length] = [];
  for (let from = text.length - 1; from >= 0; from -= 1) {
    for (let to = Math.min(text.length, from + longest); to > from; to -= 1) {
      const rest = best[to];
      const piece = text.slice(from, to);
      if (!rest || !(known.has(piece) || (to === text.length && partialTail?.has(piece)))) continue;
      if (rest.length + 1 < (best[from]?.length ?? Infinity)) best[from] = [piece, ...rest];
    }
  }
  return best[0];
}
