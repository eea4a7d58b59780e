import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { createReadStream } from 'node:fs';
import { mkdir, open, rename } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';

/** Bytes by key. A key is made by us (`purpose/uuid`), never by a sender. */
export interface FileStore {
  put(key: string, content: Buffer): Promise<void>;
  open(key: string): Promise<Readable | undefined>;
}

/** Files in a folder; a file appears whole or not at all, and is on the disk before `put` returns. */
export function localStore(folder: string): FileStore {
  return {
    async put(key, content) {
      const target = path.join(folder, key);
      await mkdir(path.dirname(target), { recursive: true, mode: 0o700 });
      const handle = await open(`${target}.part`, 'w', 0o600);
      try {
        await handle.writeFile(content);
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
    forcePathStyle: url.searchParams.get('pathStyle') === '1',
    ...(endpoint && { endpoint }),
  });
  return {
    async put(key, content) {
      await client.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: content }));
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
  };
}
