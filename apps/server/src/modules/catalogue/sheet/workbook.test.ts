import { crc32 } from 'node:zlib';
import { expect, test } from 'vitest';
import { workbookToCsv } from './workbook.ts';

/** A ZIP file of unpacked entries (APPNOTE.TXT 4.3); `size` is what the directory says of each. */
function zip(entries: Record<string, string>, size = (data: Buffer) => data.length): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [path, text] of Object.entries(entries)) {
    const name = Buffer.from(path);
    const data = Buffer.from(text);
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt32LE(crc32(data), 14);
    head.writeUInt32LE(data.length, 18);
    head.writeUInt32LE(size(data), 22);
    head.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    head.copy(entry, 16, 14, 28);
    entry.writeUInt32LE(at, 42);
    parts.push(head, name, data);
    directory.push(entry, name);
    at += head.length + name.length + data.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Object.keys(entries).length, 10);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, ...directory, end]);
}

const namespace = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006/relationships';
const workbook = (rows: string) => ({
  'xl/workbook.xml': `<workbook xmlns="${namespace}" xmlns:r="${relations}"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packaged}"><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
  'xl/worksheets/sheet1.xml': `<worksheet xmlns="${namespace}"><sheetData>${rows}</sheetData></worksheet>`,
});
const text = (cell: string, value: string) => `<c r="${cell}" t="inlineStr"><is><t>${value}</t></is></c>`;
const wide = zip(
  workbook(`<row r="1">${text('A1', 'sku')}</row><row r="1048576">${text('XFD1048576', '1')}</row>`),
);

test('the first sheet becomes CSV', async () => {
  const bytes = zip(workbook(`<row r="1">${text('A1', 'sku')}${text('B1', 'a "b"')}</row>`));
  expect(await workbookToCsv(bytes)).toBe('"sku","a ""b"""\n');
});

test('one that unpacks to more than is borne is refused by its directory, before it is unpacked', async () => {
  const bytes = zip(workbook(''), () => 0x7fffffff);
  await expect(workbookToCsv(bytes)).rejects.toMatchObject({ code: 'catalogue.workbookTooLarge' });
});

test('a kilobyte that spans a million rows is given up, and only two are read at once', async () => {
  expect(wide.length).toBeLessThan(2000);
  // Waited for together: on a busy machine one may be given up while the next is still begun.
  const three = await Promise.allSettled([1, 2, 3].map(() => workbookToCsv(wide, 1)));
  expect(three.map((one) => one.status === 'rejected' && (one.reason as { code: string }).code)).toEqual([
    'catalogue.workbookTooLarge',
    'catalogue.workbookTooLarge',
    'platform.tooMany',
  ]);
  // Given up for good: there is room again.
  await expect(workbookToCsv(wide, 1)).rejects.toMatchObject({ code: 'catalogue.workbookTooLarge' });
});

test.each(['', 'PK', 'PK\u0005\u0006', 'x'.repeat(1000)])('%j is no workbook', async (content) => {
  await expect(workbookToCsv(Buffer.from(content))).rejects.toMatchObject({
    code: 'catalogue.workbookUnreadable',
  });
});
