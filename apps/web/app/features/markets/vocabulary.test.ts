import * as contract from '@jiechuan/contract';
import { expect, test } from 'vitest';
import * as forms from './vocabulary.ts';

test('predicates and their fields are those of the contract', () => {
  const those = contract.rulePredicate.options.map((option) => {
    const [field = null] = Object.keys(option.shape).filter((name) => name !== 'is' && name !== 'all');
    return [option.shape.is.value, field];
  });
  expect(Object.entries(forms.predicates)).toEqual(those);
});
