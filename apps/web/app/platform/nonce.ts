import { createContext, use } from 'react';

/** Set while the server draws; browsers hide nonces, so there it stays empty. */
export const NonceContext = createContext<string | undefined>(undefined);

/** For scripts and styles that a page writes into itself. */
export const useNonce = (): string | undefined => use(NonceContext);
