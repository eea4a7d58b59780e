import * as contract from '@jiechuan/contract';
import { expect, test } from 'vitest';
import * as ours from './vocabulary.ts';

test('every list that a page offers is one that the contract has', () => {
  for (const state of ours.relationStates)
    expect(contract.listRelations.query!.safeParse({ state }).success).toBe(true);
  for (const part of ours.introductionParts)
    expect(contract.listIntroductions.query!.safeParse({ part }).success).toBe(true);
});
