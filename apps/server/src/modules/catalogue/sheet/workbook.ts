import { Worker } from 'node:worker_threads';
import { Problem, problems } from '../../../platform/errors.ts';
import { catalogueProblems } from '../problems.ts';

/** What a workbook may grow to when unpacked, bytes, and what the thread that reads it may use. */
const largestUnpacked = 192 * 1024 * 1024;
const threadMegabytes = 512;
/** How many are read at once, and how long one may take, s: a kilobyte can say that its last cell is in row 1,048,576. */
const atOnce = 2;
const longest = 60;

let reading = 0;

/**
 * Turns the first sheet of a workbook into CSV, in a thread of its own: a workbook must be read whole,
 * and one made to burst the memory ends that thread only.
 * @param seconds after which it is given up
 * @throws Problem catalogue.workbookTooLarge, catalogue.workbookUnreadable, platform.tooMany while others are read
 */
export async function workbookToCsv(bytes: Buffer, seconds = longest): Promise<string> {
  if (unpackedSize(bytes) > largestUnpacked) throw new Problem(catalogueProblems.workbookTooLarge);
  if (reading >= atOnce) throw new Problem(problems.tooMany, { seconds: longest });
  reading++;
  const worker = new Worker(new URL('./workbook-thread.ts', import.meta.url), {
    workerData: bytes,
    resourceLimits: { maxOldGenerationSizeMb: threadMegabytes },
  });
  let ended: NodeJS.Timeout | undefined;
  try {
    return await new Promise<string>((resolve, reject) => {
      ended = setTimeout(() => reject(new Problem(catalogueProblems.workbookTooLarge)), seconds * 1000);
      worker.once('message', resolve);
      worker.once('error', (error: NodeJS.ErrnoException) =>
        reject(
          new Problem(
            error.code === 'ERR_WORKER_OUT_OF_MEMORY'
              ? catalogueProblems.workbookTooLarge
              : catalogueProblems.workbookUnreadable,
          ),
        ),
      );
    });
  } finally {
    clearTimeout(ended);
    await worker.terminate();
    reading--;
  }
}

/** Sum of the sizes that a ZIP file's directory tells (APPNOTE.TXT 4.3.12). @throws Problem catalogue.workbookUnreadable where there is none */
function unpackedSize(bytes: Buffer): number {
  const end = bytes.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'));
  if (end < 0 || end + 22 > bytes.length) throw new Problem(catalogueProblems.workbookUnreadable);
  const entries = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  let size = 0;
  for (let entry = 0; entry < entries; entry++) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== 0x02014b50)
      throw new Problem(catalogueProblems.workbookUnreadable);
    size += bytes.readUInt32LE(at + 24);
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return size;
}
