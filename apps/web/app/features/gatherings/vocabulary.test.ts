import * as contract from '@jiechuan/contract';
import { expect, test } from 'vitest';
import * as ours from './vocabulary.ts';

test.each(['gatheringKinds', 'registrationStates', 'wishKinds', 'attendanceKinds', 'meetingComes'] as const)(
  'the pages of gatherings offer the contract’s %s',
  (name) => {
    expect(new Map(Object.entries(ours)).get(name)).toEqual(new Map(Object.entries(contract)).get(name));
  },
);
