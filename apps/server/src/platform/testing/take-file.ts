import { Readable } from 'node:stream';
import type { Actor } from '../actor.ts';
import type { Db } from '../db/database.ts';
import type { FileOwner, Files, Intake, StoredFile } from '../files/files.ts';

/** Takes bytes in and names them at once. */
export async function takeFile(
  files: Files,
  db: Db,
  actor: Actor,
  { content, name, ...how }: { content: Buffer; name: string } & Intake & FileOwner,
): Promise<StoredFile> {
  const arrived = { name, bytes: content.length, open: () => Readable.from([content]) };
  return files.name(db, actor, await files.takeIn(db, arrived, how), how);
}
