export const buyers = 200;
export const makers = 300;
const wishes = 4000;

/** Who wishes to meet whom at a large fair, each two once: a buyer has at most 30 of them, a maker 25. Numbers from 1. */
export function wishesOf(random: (below: number) => number): { a: number; b: number }[] {
  const of = new Map<number, number>();
  const pairs = new Map<string, { a: number; b: number }>();
  while (pairs.size < wishes) {
    const a = 1 + random(buyers);
    const b = buyers + 1 + random(makers);
    const [one, other] = [of.get(a) ?? 0, of.get(b) ?? 0];
    if (one >= 30 || other >= 25 || pairs.has(`${a} ${b}`)) continue;
    of.set(a, one + 1).set(b, other + 1);
    pairs.set(`${a} ${b}`, { a, b });
  }
  return [...pairs.values()];
}

/** Slots in which each of them is away: one in ten, for up to six of 40. */
export const awayOf = (random: (below: number) => number): number[][] =>
  Array.from({ length: buyers + makers }, () =>
    random(10) > 0
      ? []
      : [...new Set(Array.from({ length: 6 }, () => 1 + random(40)))].toSorted((one, other) => one - other),
  );
