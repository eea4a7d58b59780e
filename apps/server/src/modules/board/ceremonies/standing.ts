import type { Signing } from '../../deals/index.ts';
import type { SlotRow, SlotState } from './tables.ts';

/** States that come to an end when the contract is signed, recalled or its deal ended. */
export const waitingStates = ['asked', 'queued', 'called'] as const satisfies readonly SlotState[];
export const waits = (state: SlotState): boolean => (waitingStates as readonly SlotState[]).includes(state);

/**
 * How a slot stands now. While it waits, its contract has the last word: signed by both it is signed, whenever that is asked,
 * since there is no moment between the signature and the queue; recalled or ended it is out.
 * @param contract as it is now; undefined where there is none
 */
export function standingOf(
  slot: Pick<SlotRow, 'state' | 'document_sha256'>,
  contract: Pick<Signing, 'state' | 'documentSha256' | 'ended'> | undefined,
): SlotState {
  if (!waits(slot.state)) return slot.state;
  if (!contract || contract.documentSha256 !== slot.document_sha256) return 'withdrawn';
  // The other party never said that it wanted to sign here.
  if (contract.state === 'signed') return slot.state === 'asked' ? 'withdrawn' : 'signed';
  return contract.ended ? 'withdrawn' : slot.state;
}
