import { randomFillSync } from 'node:crypto';
import { v7 } from 'uuid';

/**
 * So many UUIDv7 (RFC 9562) of this moment, each later than the one before. Their random bytes are asked for together: one
 * by one they take a tenth as long as reading and checking a product.
 * @param count at most 2³¹
 */
export function newIds(count: number): string[] {
  const random = randomFillSync(new Uint8Array(16 * count));
  const msecs = Date.now();
  // The counter has 32 bits: begun in their lower half it has room.
  const from = count === 0 ? 0 : new DataView(random.buffer).getUint32(0) >>> 1;
  return Array.from({ length: count }, (_, at) =>
    v7({ random: random.subarray(16 * at, 16 * at + 16), msecs, seq: from + at }),
  );
}
