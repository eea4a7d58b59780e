/** New lexemes are sorted among the others once there are so many. */
const mostRecent = 4096;

/** Lexemes in order, so that those with a beginning stand side by side. */
export class SortedLexemes {
  #sorted: string[] = [];
  #recent: string[] = [];
  #recentSorted = true;

  /** @param lexeme one that was never added before */
  add(lexeme: string): void {
    this.#recent.push(lexeme);
    this.#recentSorted = false;
    if (this.#recent.length >= mostRecent) {
      this.#sortRecent();
      this.#sorted = merge(this.#sorted, this.#recent);
      this.#recent = [];
    }
  }

  startingWith(beginning: string): string[] {
    this.#sortRecent();
    const found: string[] = [];
    for (const lexemes of [this.#sorted, this.#recent])
      for (let at = firstFrom(lexemes, beginning); at < lexemes.length; at++) {
        if (!lexemes[at]!.startsWith(beginning)) break;
        found.push(lexemes[at]!);
      }
    return found;
  }

  #sortRecent(): void {
    if (!this.#recentSorted) this.#recent.sort(compare);
    this.#recentSorted = true;
  }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function merge(a: readonly string[], b: readonly string[]): string[] {
  const merged: string[] = [];
  let next = 0;
  for (const lexeme of a) {
    while (next < b.length && b[next]! < lexeme) merged.push(b[next++]!);
    merged.push(lexeme);
  }
  while (next < b.length) merged.push(b[next++]!);
  return merged;
}

/** Where the first lexeme stands that isn't before `wanted`. */
function firstFrom(lexemes: readonly string[], wanted: string): number {
  let from = 0;
  let to = lexemes.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (lexemes[middle]! < wanted) from = middle + 1;
    else to = middle;
  }
  return from;
}
