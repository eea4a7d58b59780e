import { slotStates } from '@jiechuan/contract';
import { expect, test } from 'vitest';
import { standingOf, waits } from './standing.ts';

const contract = { state: 'issued', documentSha256: 'a', ended: false } as const;
const slot = (state: (typeof slotStates)[number]) => ({ state, document_sha256: 'a' });

test('what no longer waits stays as it was, whatever becomes of its contract', () => {
  for (const state of slotStates.filter((one) => !waits(one)))
    for (const now of [undefined, contract, { ...contract, ended: true }])
      expect(standingOf(slot(state), now)).toBe(state);
});

test('what waits follows its contract: signed, recalled, issued anew, ended', () => {
  const signed = { ...contract, state: 'signed' } as const;
  for (const state of ['asked', 'queued', 'called'] as const) {
    expect(standingOf(slot(state), contract)).toBe(state);
    expect(standingOf(slot(state), signed)).toBe(state === 'asked' ? 'withdrawn' : 'signed');
    for (const gone of [
      undefined,
      { ...contract, ended: true },
      { state: 'draft', documentSha256: null, ended: false } as const,
      { ...contract, documentSha256: 'b' },
      { ...signed, documentSha256: 'b' },
    ])
      expect(standingOf(slot(state), gone)).toBe('withdrawn');
  }
});
