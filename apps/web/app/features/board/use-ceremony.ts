import type { Ceremony } from '@jiechuan/contract';
import { useState } from 'react';
import { useRevalidator } from 'react-router';
import { useLive } from '../../platform/use-live.ts';

/**
 * A ceremony as it is now, and whether its line is open.
 * @param read  as it was read with the page
 * @param again whether the page shows more than the line tells, and is read again with what changes
 */
export function useCeremony(read: Ceremony, again: boolean): { ceremony: Ceremony; open: boolean } {
  const { revalidate } = useRevalidator();
  const [told, setTold] = useState<{ ceremony: Ceremony; after: Ceremony } | null>(null);
  const open = useLive(`/api/v1/ceremonies/${read.id}/stream`, (data) => {
    setTold({ ceremony: JSON.parse(data) as Ceremony, after: read });
    if (again) void revalidate();
  });
  // What was told after the page was last read is the newer one; read again, the page is.
  return { ceremony: told?.after === read ? told.ceremony : read, open };
}
