import { width, type Bounds } from './bounds.ts';
import type { Front } from './front.ts';
import { floats, ints } from './memory.ts';
import { figure, figureRow, link, linkRow, type Legs, type Prepared } from './prepare.ts';
import type { Request } from './request.ts';
import { isWithin, measure, vectorOf, type Way } from './way.ts';

/**
 * For some choices of weights, the way on from every place whose weighted sum is least: found for all places in one
 * reading of the legs from the last to the first, as sums less the waiting rate × the time simply add up. Put after
 * each first leg there is, they make a good part of the front known before it is searched for. Which ways these are
 * changes how much is left to search, never what is found; so places of one minute are read but once.
 */
export class Onward {
  readonly #whole: Prepared;
  readonly #legs: Legs;
  readonly #bounds: Bounds;
  readonly #target: number;
  /** By place, one for each choice of weights: the leg to take, −1 for none. */
  readonly #choices: Int32Array;

  /** @param scale by what each criterion is measured (`weightsOf`) */
  constructor(whole: Prepared, legs: Legs, request: Request, bounds: Bounds, scale: readonly number[]) {
    this.#whole = whole;
    this.#legs = legs;
    this.#bounds = bounds;
    this.#target = request.to;
    const { count, links, figures, legOf } = legs;
    const weights = Float64Array.from(
      mixtures.flatMap((mixture) => mixture.map((part, at) => part * scale[at]!)),
    );
    const sums = floats(kinds * legOf.length, Infinity);
    const choices = ints(kinds * legOf.length, -1);
    for (let leg = count - 1; leg >= 0; leg--) {
      const l = linkRow * leg;
      const f = figureRow * leg;
      const last = links[l + link.to] === request.to;
      const cost = figures[f + (last ? figure.boardCost : figure.rideCost)]!;
      const decay = figures[f + (last ? figure.boardDecay : figure.rideDecay)]!;
      const co2e = figures[f + figure.co2e]!;
      const arrive = figures[f + figure.arrive]!;
      const at = kinds * links[l + link.place]!;
      const on = kinds * links[l + link.next]!;
      for (let kind = 0, w = 0; kind < kinds; kind++, w += width) {
        const sum =
          weights[w + 1]! * cost +
          weights[w + 2]! * decay +
          weights[w + 3]! * co2e +
          weights[w + 4]! +
          (last ? weights[w]! * arrive : sums[on + kind]!);
        const later = sums[at + kinds + kind]!;
        if (sum < later) {
          sums[at + kind] = sum;
          choices[at + kind] = leg;
        } else {
          sums[at + kind] = later;
          choices[at + kind] = choices[at + kinds + kind]!;
        }
      }
    }
    this.#choices = choices;
  }

  /** The ways that a request's departures begin and that no entry of a front matches; they are added to it. */
  ways(request: Request, found: Front): Way[] {
    const { figures, firstPlace, legOf } = this.#legs;
    const { waitCost, waitDecay } = this.#whole;
    const { from, readyAt, leaveFrom, leaveBefore } = request;
    const { via } = this.#bounds;
    const cost = -waitCost[from]! * readyAt;
    const decay = -waitDecay[from]! * readyAt;
    const ways: Way[] = [];
    for (let place = firstPlace[from]!; place < firstPlace[from + 1]! - 1; place++) {
      const leg = legOf[place]!;
      const departure = figures[figureRow * leg + figure.depart]!;
      const v = width * place;
      if (
        departure < leaveFrom ||
        departure >= leaveBefore ||
        found.covers(via[v]!, cost + via[v + 1]!, decay + via[v + 2]!, via[v + 3]!, via[v + 4]!) >= 0
      )
        continue;
      for (let kind = 0; kind < kinds; kind++) {
        const row = this.#unmatched(leg, kind, cost, decay, found);
        if (row === null) continue;
        const way = measure(this.#whole, request, row);
        if (!way.repeats && isWithin(this.#whole, request, way) && found.add(...vectorOf(way), 0))
          ways.push(way);
      }
    }
    return ways;
  }

  /** A leg and what follows it, in the whole network's numbers; null if that leads nowhere or an entry matches it. */
  #unmatched(
    first: number,
    kind: number,
    startCost: number,
    startDecay: number,
    found: Front,
  ): number[] | null {
    const { links, figures } = this.#legs;
    const choices = this.#choices;
    let cost = startCost;
    let decay = startDecay;
    let co2e = 0;
    let count = 1;
    let leg = first;
    for (; links[linkRow * leg + link.to] !== this.#target; count++) {
      const f = figureRow * leg;
      cost += figures[f + figure.rideCost]!;
      decay += figures[f + figure.rideDecay]!;
      co2e += figures[f + figure.co2e]!;
      leg = choices[kinds * links[linkRow * leg + link.next]! + kind]!;
      if (leg < 0) return null;
    }
    const f = figureRow * leg;
    cost += figures[f + figure.boardCost]!;
    decay += figures[f + figure.boardDecay]!;
    co2e += figures[f + figure.co2e]!;
    if (found.covers(figures[f + figure.arrive]!, cost, decay, co2e, count) >= 0) return null;
    const row: number[] = [];
    for (leg = first; row.length < count; leg = choices[kinds * links[linkRow * leg + link.next]! + kind]!)
      row.push(links[linkRow * leg + link.origin]!);
    return row;
  }
}

/**
 * The weights: each criterion for itself and every two together. The rest always count a little, so that of equals the
 * better is taken.
 */
const mixtures = Array.from({ length: width }, (_, one) =>
  Array.from({ length: one + 1 }, (__, other) =>
    Array.from({ length: width }, (___, at) => 0.01 + (at === one ? 1 : 0) + (at === other ? 1 : 0)),
  ),
).flat();
const kinds = mixtures.length;
