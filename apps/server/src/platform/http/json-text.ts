import { tagOf } from './entity-tags.ts';

/** An answer that is JSON text already: sent as it is. One that is kept is encoded and tagged once. */
export class JsonText {
  readonly bytes: Buffer;
  #tag: string | undefined;
  constructor(text: string) {
    this.bytes = Buffer.from(text);
  }
  get text(): string {
    return this.bytes.toString();
  }
  /** Its entity tag, with quotation marks. */
  get tag(): string {
    return (this.#tag ??= tagOf(this.bytes));
  }
}
