import { inflateSync } from 'node:zlib';

/** How many characters of a paper are drawn as the empty box of its font: glyph 0 of a two-byte code. */
export function boxesIn(pdf: Buffer): number {
  let boxes = 0;
  for (let at = pdf.indexOf('stream\n'); at >= 0; at = pdf.indexOf('stream\n', at + 1)) {
    let content: string;
    try {
      content = inflateSync(pdf.subarray(at + 7)).toString('latin1');
    } catch {
      continue;
    }
    if (!/\bBT\b/.test(content)) continue;
    for (const [, hex, literal] of content.matchAll(/<([0-9A-Fa-f]*)>|\(((?:\\[^]|[^\\)])*)\)/g)) {
      const bytes = hex === undefined ? unescaped(literal!) : Buffer.from(hex, 'hex');
      for (let place = 0; place + 1 < bytes.length; place += 2) if (bytes.readUInt16BE(place) === 0) boxes++;
    }
  }
  return boxes;
}
const controls: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };
const unescaped = (literal: string): Buffer =>
  Buffer.from(
    literal.replaceAll(/\\([0-7]{1,3}|[^])/g, (_, what: string) =>
      /^[0-7]/.test(what) ? String.fromCodePoint(Number.parseInt(what, 8)) : (controls[what] ?? what),
    ),
    'latin1',
  );
