import { dealKinds, dealStages } from '@jiechuan/contract';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isStalled, mayMove, mayPay, pathOf, turnAfter, turns } from './stages.ts';
import type { Kind, Stage } from './tables.ts';

const kind = fc.constantFrom<Kind>(...dealKinds);
const stage = fc.constantFrom<Stage>(...dealStages);

/** A history: moves are tried one after another, those that may not be are refused. */
const history = (of: Kind, tried: readonly Stage[]): Stage[] => {
  const been: Stage[] = ['inquiry'];
  for (const to of tried) if (mayMove(of, been.at(-1)!, to)) been.push(to);
  return been;
};

describe('10,000 random histories of deals', () => {
  const always = (holds: (of: Kind, been: readonly Stage[]) => void) =>
    fc.assert(
      fc.property(kind, fc.array(stage, { maxLength: 60 }), (of, tried) => holds(of, history(of, tried))),
      { numRuns: 10_000, seed: 4 },
    );

  test('never reach a stage that their kind hasn’t', () =>
    always((of, been) => {
      for (const one of been) expect(one === 'ended' || pathOf[of].includes(one)).toBe(true);
    }));

  test('never skip a stage: whatever was reached, all before it were', () =>
    always((of, been) => {
      for (const one of been) {
        if (one === 'ended') continue;
        for (const before of pathOf[of].slice(0, pathOf[of].indexOf(one))) expect(been).toContain(before);
      }
    }));

  test('never go back, but from an offer to an inquiry', () =>
    always((of, been) => {
      for (const [at, one] of been.entries()) {
        const next = been[at + 1];
        if (next === undefined || next === 'ended') continue;
        const step = pathOf[of].indexOf(next) - pathOf[of].indexOf(one);
        if (one === 'offer') expect([-1, 0, 1]).toContain(step);
        else expect(step).toBe(1);
      }
    }));

  test('never leave an end, and never end once signed', () =>
    always((_of, been) => {
      for (const [at, one] of been.entries())
        expect(one !== 'closed' && one !== 'ended' ? true : at === been.length - 1).toBe(true);
      expect(been.at(-1) === 'ended' && been.includes('signed')).toBe(false);
    }));

  test('always have somebody whose turn it is until they are over', () =>
    always((_of, been) => {
      for (const one of been) {
        const turn = turnAfter(one, 'seller');
        expect(turn === null).toBe(one === 'closed' || one === 'ended');
        if (turn) expect(turn.days).toBeGreaterThan(0);
      }
      expect(turnAfter('offer', 'seller')!.side).toBe('buyer');
      expect(turnAfter('offer', 'buyer')!.side).toBe('seller');
    }));

  test('take money only where their kind is paid, and only once in effect', () =>
    always((of, been) => {
      for (const one of been)
        if (mayPay(of, one)) {
          expect(pathOf[of]).toContain('paid');
          expect(been).toContain('effective');
        }
    }));
});

test('every kind can come from its beginning to its end', () => {
  for (const of of dealKinds) expect(history(of, pathOf[of]).at(-1)).toBe('closed');
});

test('fourteen days of silence are a stall, one less isn’t, and what is over never stalls', () => {
  const last = new Date('2026-11-01T12:00:00Z');
  const after = (days: number) => new Date(last.getTime() + days * 86_400_000);
  expect(isStalled('offer', last, after(13.99))).toBe(false);
  expect(isStalled('offer', last, after(14))).toBe(true);
  for (const one of dealStages) expect(isStalled(one, last, after(1000))).toBe(turns[one] !== null);
});
