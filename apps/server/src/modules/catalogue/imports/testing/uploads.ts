import {
  createImport,
  getImport,
  listImportErrors,
  checkImport,
  runImport,
  type Client,
  type ImportResource,
} from '@jiechuan/contract';
import { vi, expect } from 'vitest';

/** Rows as CSV, every cell quoted. */
export const csvOf = (rows: readonly (readonly string[])[]): string =>
  rows.map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\r\n');

export const upload = (
  client: Client,
  content: string | Uint8Array,
  name = 'list.csv',
): Promise<ImportResource> =>
  client.call(createImport, { file: new Blob([content as BlobPart]), filename: name });

/** Waits until an import's job has ended. */
export async function ended(client: Client, id: string): Promise<ImportResource> {
  return vi.waitFor(
    async () => {
      const one = await client.call(getImport, { params: { id } });
      expect(['checked', 'done', 'failed']).toContain(one.state);
      return one;
    },
    { timeout: 50_000, interval: 100 },
  );
}

export async function run(client: Client, id: string, publish = false): Promise<ImportResource> {
  await client.call(runImport, { params: { id }, body: { publish } });
  return ended(client, id);
}

export async function dryRun(client: Client, id: string): Promise<ImportResource> {
  await client.call(checkImport, { params: { id } });
  return ended(client, id);
}

/** Every bad cell: row, field, code and words. */
export async function faults(client: Client, id: string) {
  const { items } = await client.call(listImportErrors, { params: { id }, query: { limit: 100 } });
  return items.flatMap(({ row, problems }) => problems.map((one) => ({ row, ...one })));
}
