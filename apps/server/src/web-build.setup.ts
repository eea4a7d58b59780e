import { ensureWebBuild } from './web-build.ts';

/** The pages are built once for the whole run: test files that need them would build at the same time. */
export const setup = (): Promise<void> => ensureWebBuild(() => {});
