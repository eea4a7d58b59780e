const uuid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/i;
/** The id in a deal's address that was pasted; null for nothing. What holds none is left for the contract to refuse. */
export const dealIn = (typed: unknown): string | null =>
  typeof typed === 'string' && typed.trim() !== '' ? (uuid.exec(typed)?.[0] ?? typed) : null;
