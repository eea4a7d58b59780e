import type { Readable } from 'node:stream';
import { Problem } from '../../../platform/errors.ts';
import { catalogueProblems } from '../problems.ts';
import { fieldOfHeading } from './headings.ts';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'windows-1251';

interface Candidate {
  encoding: Encoding;
  decoder: TextDecoder;
  start: string;
}

/** Encodings the first bytes allow, the likeliest first: a byte order mark or the zeros of UTF-16 decide at once. */
function candidates(start: Buffer): Encoding[] {
  if (start[0] === 0xff && start[1] === 0xfe) return ['utf-16le'];
  if (start[0] === 0xfe && start[1] === 0xff) return ['utf-16be'];
  const zeros = (side: number) => start.filter((byte, index) => byte === 0 && index % 2 === side).length;
  if (start.includes(0)) return [zeros(1) > zeros(0) ? 'utf-16le' : 'utf-16be'];
  return ['utf-8', 'gb18030', 'windows-1251'];
}

/**
 * Finds out how a text file is encoded, reading it once to its end: UTF-8 where every byte fits, else
 * what makes its headings readable (Chinese or Russian Excel).
 * @returns the encoding and the beginning of the text
 * @throws Problem catalogue.importUnreadable
 */
export async function detectEncoding(content: Readable): Promise<{ encoding: Encoding; start: string }> {
  let left: Candidate[] | undefined;
  for await (const part of content as AsyncIterable<Buffer>) {
    left ??= candidates(part.subarray(0, 4096)).map((encoding) => ({
      encoding,
      decoder: new TextDecoder(encoding, { fatal: true }),
      start: '',
    }));
    left = left.filter((one) => goesOn(one, part));
  }
  left = (left ?? []).filter((one) => goesOn(one));
  const best = left.find(({ encoding }) => encoding.startsWith('utf')) ?? mostHeadings(left);
  if (!best) throw new Problem(catalogueProblems.importUnreadable);
  return { encoding: best.encoding, start: best.start };
}

/** Whether the next bytes fit too; a NUL is no text. */
function goesOn(candidate: Candidate, part?: Buffer): boolean {
  try {
    const text = part ? candidate.decoder.decode(part, { stream: true }) : candidate.decoder.decode();
    if (candidate.start.length < 65_536) candidate.start += text.slice(0, 65_536);
    return !text.includes('\0');
  } catch {
    return false;
  }
}

function mostHeadings(left: readonly Candidate[]): Candidate | undefined {
  const known = ({ start }: Candidate) =>
    (start.split(/[\r\n]/)[0] ?? '')
      .split(/[,;\t|]/)
      .filter((heading) => fieldOfHeading(heading.replaceAll('"', '')) !== null).length;
  return left.toSorted((a, b) => known(b) - known(a))[0];
}
