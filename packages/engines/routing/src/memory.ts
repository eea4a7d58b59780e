/**
 * Memory that one piece of work after another uses again. A query needs some megabytes for a few milliseconds; asked of
 * the system each time, they are cleared, given back and counted by the garbage collector, which then looks through all
 * that the process holds: a third of the processor time of a query. What stands in it belongs to the innermost `reusing`
 * and may not leave it.
 */
const blocks: ArrayBuffer[] = [];
let block = 0;
let used = 0;

/** Bytes of a block, and of all that are kept when no work is under way. */
const blockSize = 2 ** 22;
const keptSize = 2 ** 26;

/** Does a piece of work; the memory that it took is free again when it ends, however it does. */
export function reusing<T>(work: () => T): T {
  const mark = [block, used] as const;
  try {
    return work();
  } finally {
    [block, used] = mark;
    if (block === 0 && used === 0) letGo();
  }
}

/** Numbers, all of them `value`; what stood there before where none is given. */
export function floats(length: number, value?: number): Float64Array {
  const array = new Float64Array(room(8 * length), used, length);
  used += 8 * length;
  return value === undefined ? array : array.fill(value);
}

/** Integers, all of them `value`; what stood there before where none is given. */
export function ints(length: number, value?: number): Int32Array {
  const array = new Int32Array(room(4 * length), used, length);
  // The next one may be of numbers, which begin at a multiple of eight bytes.
  used += 8 * Math.ceil(length / 2);
  return value === undefined ? array : array.fill(value);
}

/** The block that has room for so many bytes from `used` on. */
function room(bytes: number): ArrayBuffer {
  const here = blocks[block];
  if (here !== undefined && used + bytes <= here.byteLength) return here;
  if (used > 0) {
    block++;
    used = 0;
    return room(bytes);
  }
  return (blocks[block] = new ArrayBuffer(blockSize * Math.ceil(bytes / blockSize)));
}

function letGo(): void {
  let size = 0;
  const many = blocks.findIndex(({ byteLength }) => (size += byteLength) > keptSize);
  if (many >= 0) blocks.length = many;
}
