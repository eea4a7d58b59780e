import { splitNames, type SplitNames } from './highlight.ts';

/** A product as lists send it, as JSON text: most are sent on as they are. */
export class Card {
  readonly text: string;
  #names: SplitNames | undefined;

  constructor(text: string) {
    this.text = text;
  }

  get names(): SplitNames {
    return (this.#names ??= splitNames((JSON.parse(this.text) as { names: Record<string, string> }).names));
  }
}
