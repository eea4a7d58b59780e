import * as contract from '@jiechuan/contract';
import { expect, test } from 'vitest';
import * as ours from './vocabulary.ts';

test('the hub form offers the contract’s kinds and temperature classes', () => {
  expect(ours.hubKinds).toEqual(contract.hubKinds);
  expect(ours.temperatureClasses).toEqual(contract.temperatureClasses);
});
