import type { SigningBoard } from '@jiechuan/contract';
import { useState } from 'react';
import { useLive } from '../../platform/use-live.ts';

/** The board as it is now, and whether its line is open. @param read as it was read with the page */
export function useBoard(read: SigningBoard): { board: SigningBoard; open: boolean } {
  const [told, setTold] = useState<SigningBoard | null>(null);
  const open = useLive('/api/v1/board/signing/stream', (data) => setTold(JSON.parse(data) as SigningBoard));
  // What was read with the page is newer where it is further along the chain.
  return { board: told && told.head.seq >= read.head.seq ? told : read, open };
}
