import { DeleteObjectCommand, GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { createReadStream } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';

/** Bytes by key. A key is made by us (`purpose/uuid`), never by a sender. */
export interface FileStore {
  put(key: string, content: Buffer | Streamed): Promise<void>;
  open(key: string): Promise<Readable | undefined>;
  /** Also of what a killed server began to put there; where there is nothing, that is well. */
  remove(key: string): Promise<void>;
}

/** What is too large for the memory: its bytes as they come, and how many they are. */
export interface Streamed {
  content: Readable;
  bytes: number;
}

/** Files in a folder; a file appears whole or not at all, and is on the disk before `put` returns. */
export function localStore(folder: string): FileStore {
  return {
    async put(key, content) {
      const target = path.join(folder, key);
      await mkdir(path.dirname(target), { recursive: true, mode: 0o700 });
      const handle = await open(`${target}.part`, 'w', 0o600);
      try {
        await handle.writeFile(Buffer.isBuffer(content) ? content : content.content);
        await handle.sync();
      } finally {
        await handle.close();
      }
      await rename(`${target}.part`, target);
    },
    async open(key) {
      const stream = createReadStream(path.join(folder, key));
      return new Promise((resolve, reject) => {
        stream.once('open', () => resolve(stream));
        stream.once('error', (error: NodeJS.ErrnoException) =>
          error.code === 'ENOENT' ? resolve(undefined) : reject(error),
        );
      });
    },
    async remove(key) {
      const target = path.join(folder, key);
      await rm(target, { force: true });
      await rm(`${target}.part`, { force: true });
    },
  };
}

/**
 * Files in a bucket: `s3://bucket?endpoint=https://…&region=…&pathStyle=1`.
 * The keys come from the SDK's own places (AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, an instance's role).
 */
export function s3Store(address: string): FileStore {
  const url = new URL(address);
  const bucket = url.hostname;
  const endpoint = url.searchParams.get('endpoint');
  const client = new S3Client({
    region: url.searchParams.get('region') ?? 'us-east-1',
    // A checksum sent after a stream comes in a framing that not every store takes off again.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    forcePathStyle: url.searchParams.get('pathStyle') === '1',
    ...(endpoint && { endpoint }),
  });
  return {
    async put(key, content) {
      const body = Buffer.isBuffer(content)
        ? { Body: content }
        : { Body: content.content, ContentLength: content.bytes };
      await client.send(new PutObjectCommand({ Bucket: bucket, Key: key, ...body }));
    },
    async open(key) {
      try {
        const answer = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
        return answer.Body as Readable | undefined;
      } catch (error) {
        if ((error as Error).name === 'NoSuchKey') return undefined;
        throw error;
      }
    },
    async remove(key) {
      await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: key }));
    },
  };
}
