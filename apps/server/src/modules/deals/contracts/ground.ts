import type { Proofs } from '../../../platform/auth/index.ts';
import type { Ground } from '../../../platform/module.ts';
import type { SealingKey } from '../../../platform/seal/index.ts';

/** What contracts need of the platform. */
export interface ContractsGround extends Pick<Ground, 'mail' | 'config' | 'events' | 'files'> {
  proofs: Proofs;
  /** Read, or made, when something is sealed for the first time. */
  sealingKey: () => Promise<SealingKey>;
}
