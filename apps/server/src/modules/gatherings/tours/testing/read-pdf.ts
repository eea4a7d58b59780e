import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** A paper's words, by a reader's own tool (poppler-utils). */
export async function read(pdf: Buffer): Promise<string> {
  const reading = promisify(execFile)('pdftotext', ['-raw', '-enc', 'UTF-8', '-', '-']);
  reading.child.stdin!.end(pdf);
  return (await reading).stdout;
}
