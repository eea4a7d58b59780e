import * as contract from '@jiechuan/contract';
import { expect, test } from 'vitest';
import * as ours from './vocabulary.ts';

test.each(['mailStates', 'mailSorts'] as const)('the outbox offers the contract’s %s', (name) => {
  expect(new Map(Object.entries(ours)).get(name)).toEqual(new Map(Object.entries(contract)).get(name));
});
