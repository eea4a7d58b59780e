import { mkdtempSync, rmdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

const resolve = createRequire(import.meta.url).resolve;
const fontFolder = (name: string): string => path.resolve(path.dirname(resolve(name)), '../fonts');

let compiler: NodeCompiler | undefined;

/** Made once, when the first paper is printed: reading the fonts takes a fraction of a second. */
const theCompiler = (): NodeCompiler => (compiler ??= makeCompiler());

function makeCompiler(): NodeCompiler {
  // Papers may read files of this folder alone, and it is gone when the first is printed: no file of this machine.
  const workspace = mkdtempSync(path.join(tmpdir(), 'jiechuan-print-'));
  const fontPaths = ['@embedpdf/fonts-latin', '@embedpdf/fonts-sc', '@embedpdf/fonts-jp'].map(fontFolder);
  const made = NodeCompiler.create({ workspace, fontArgs: [{ fontPaths }] });
  rmdirSync(workspace);
  return made;
}

/**
 * Fonts of every paper, by script: Latin, Greek and Cyrillic, then Chinese, then Japanese, which also has rare characters
 * of names (𠮷) that the Chinese one lacks. What none has is taken from the machine's own fonts, where it has any.
 */
export const paperFonts = ['Noto Sans', 'Noto Sans S Chinese', 'Noto Sans Japanese'] as const;

/** So much without a space or a Chinese character, beside which a line breaks by itself. */
const longWord = /[^\s\u200b\p{sc=Han}\u3000-\u30ff\uff00-\uffef]{40,}/gu;
/** May be broken anywhere; addresses and digests are left to be copied as they are. */
const easedWord = (word: string): string =>
  word.includes('://') || /[0-9a-f]{64}/.test(word) ? word : word.replace(/.{8}/gu, '$&\u200b');

/** Data as JSON in which no word is so long that it would run off the page. */
const eased = (data: object): string =>
  JSON.stringify(data, (key, value: unknown) =>
    key !== 'qr' && typeof value === 'string' ? value.replace(longWord, easedWord) : value,
  );

/**
 * Typesets a paper as tagged PDF. The same template, data and instant give the same bytes.
 * @param template Typst source; it reads its data by `json(bytes(sys.inputs.data))`, never by being pasted together
 * @param at creation date written into the file
 * @throws Error with the compiler's findings where the template is at fault
 */
export function typeset(template: string, data: object, at: Date): Buffer {
  const typst = theCompiler();
  const compiled = typst.compile({ mainFileContent: template, inputs: { data: eased(data) } });
  const document = compiled.result;
  if (!document) {
    const found = compiled.takeError()?.shortDiagnostics as { message: string }[] | undefined;
    throw new Error(`typesetting failed: ${found?.map(({ message }) => message).join('; ') ?? 'unknown'}`);
  }
  const pdf = typst.pdf(document, { creationTimestamp: Math.floor(at.getTime() / 1000), pdfTags: true });
  // What earlier papers left in the compiler's memory is let go of.
  typst.evictCache(10);
  return pdf;
}
