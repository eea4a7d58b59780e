import { floats, ints } from './memory.ts';
import { figureRow, linkRow, type Rows } from './prepare.ts';

/** Legs that are kept: written down as they are read, while they are at hand in the cache. */
export class Kept {
  readonly #all: Rows;
  #links = new Int32Array(1024 * linkRow);
  #figures = new Float64Array(1024 * figureRow);

  constructor(all: Rows) {
    this.#all = all;
  }

  put(at: number, leg: number): void {
    const { links, figures } = this.#all;
    if (linkRow * at === this.#links.length) this.#grow();
    const ownLinks = this.#links;
    const ownFigures = this.#figures;
    for (let to = linkRow * at, from = linkRow * leg; to < linkRow * (at + 1); to++, from++)
      ownLinks[to] = links[from]!;
    for (let to = figureRow * at, from = figureRow * leg; to < figureRow * (at + 1); to++, from++)
      ownFigures[to] = figures[from]!;
  }

  first(count: number): Rows {
    const rows = { count, links: ints(linkRow * count), figures: floats(figureRow * count) };
    rows.links.set(this.#links.subarray(0, linkRow * count));
    rows.figures.set(this.#figures.subarray(0, figureRow * count));
    return rows;
  }

  #grow(): void {
    const links = new Int32Array(2 * this.#links.length);
    links.set(this.#links);
    this.#links = links;
    const figures = new Float64Array(2 * this.#figures.length);
    figures.set(this.#figures);
    this.#figures = figures;
  }
}
