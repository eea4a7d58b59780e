import { execFile, execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { paperFonts, typeset } from '../print/typeset.ts';
import { checkSeal } from './check-seal.ts';
import { sealPdf } from './seal.ts';
import { readSealingKey, type SealingKey } from './sealing-key.ts';

const template = '#let data = json(bytes(sys.inputs.data))\n#set text(font: data.fonts)\n= #data.title';
const page = (title: string) => typeset(template, { title, fonts: paperFonts }, new Date(0));

let folder: string;
let key: SealingKey;
const document = page('合同 𠮷䶮 Contract');
let sealed: Buffer;
const seal = (by: SealingKey, of = document) =>
  sealPdf(of, {
    certificatePage: page('签署证书 Certificate'),
    key: by,
    at: new Date('2026-05-01T02:03:04Z'),
    reason: '合同 JC-2026-1',
    name: '借船 Jiechuan',
  });
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'jiechuan-seal-'));
  key = await readSealingKey(folder, undefined);
  sealed = await seal(key);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const check = (file: Buffer) => checkSeal(file, [key.certificate]);

describe('a sealed document', () => {
  test('begins with the very bytes that were signed, and is whole', () => {
    expect(sealed.subarray(0, document.length).equals(document)).toBe(true);
    expect(check(sealed)).toMatchObject({ seal: 'whole' });
  });

  test('is called valid and wholly signed, as PAdES, by a tool that isn’t ours', async () => {
    const file = path.join(folder, 'sealed.pdf');
    writeFileSync(file, sealed);
    // poppler-utils, as for every paper's test.
    const { stdout } = await promisify(execFile)('pdfsig', [file]);
    expect(stdout).toContain('Signature is Valid');
    expect(stdout).toContain('Total document signed');
    expect(stdout).toContain('ETSI.CAdES.detached');
    const words = await promisify(execFile)('pdftotext', [file, '-']);
    expect(words.stdout).toContain('𠮷䶮');
    expect(words.stdout).toContain('签署证书');
  });

  test('is whole no longer when any byte outside the signature is another', () => {
    const contents = sealed.lastIndexOf('/Contents <') + '/Contents '.length;
    const end = sealed.indexOf('>', contents) + 1;
    for (let at = 0; at < sealed.length; at += 61) {
      if (at >= contents && at < end) continue;
      const changed = Buffer.from(sealed);
      changed[at] = changed[at]! ^ 1;
      expect(check(changed).seal, `byte ${at}`).not.toBe('whole');
    }
  });

  test('with one more byte, one more update or a line cut off is not whole', () => {
    expect(check(Buffer.concat([sealed, Buffer.from('\n')])).seal).toBe('added');
    const update = Buffer.from('\n1 0 obj\n<<>>\nendobj\nstartxref\n0\n%%EOF\n');
    expect(check(Buffer.concat([sealed, update])).seal).toBe('added');
    expect(check(sealed.subarray(0, -2)).seal).toBe('unreadable');
  });

  test('keeps no seal that was put into another document, with its places or others', async () => {
    const other = await seal(key, page('合同 二'));
    const signature = (of: Buffer) => /\/Contents <([0-9a-fA-F]+)>/.exec(of.toString('latin1'))![1]!;
    const swapped = Buffer.from(
      other.toString('latin1').replace(signature(other), signature(sealed)),
      'latin1',
    );
    expect(check(swapped).seal).toBe('changed');
    const range = /\/ByteRange \[[^\]]*\]/.exec(sealed.toString('latin1'))![0];
    const first = Number(range.split(' ')[2]);
    const shorter = range.replace(/\d+\s*\]$/, '1]').padEnd(range.length);
    const places = Buffer.from(sealed.toString('latin1').replace(range, shorter), 'latin1');
    expect(check(places).seal).not.toBe('whole');
    const appended = Buffer.concat([other, sealed.subarray(first - 200)]);
    expect(check(appended).seal).not.toBe('whole');
  });

  test('of another key is foreign, though its certificate has the same name', async () => {
    const elsewhere = mkdtempSync(path.join(folder, 'other-'));
    const forged = await seal(await readSealingKey(elsewhere, undefined));
    expect(check(forged)).toEqual({ seal: 'foreign' });
  });
});

test('whatever a stranger sends is answered, not stumbled over', () => {
  for (const hostile of [
    '',
    '%PDF-1.7',
    '/ByteRange [0 1 2 3]',
    '/ByteRange [0 99999999999999 2 3]',
    '/ByteRange [0 0 0 0]',
    '/ByteRange [-1 5 9 1] <00>',
    `%PDF /ByteRange [0 31 ${31 + 6} 0]      <3080>`,
    `${'/ByteRange '.repeat(100_000)}`,
  ])
    expect(['none', 'unreadable']).toContain(check(Buffer.from(hostile)).seal);
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (der) => {
      const head = '%PDF-1.7 /ByteRange [0 60 ';
      const hex = `<${Buffer.from(der).toString('hex')}>`;
      const text = `${`${head}${60 + hex.length} 0]`.padEnd(60)}${hex}`;
      expect(check(Buffer.from(text, 'latin1')).seal).toBe('unreadable');
    }),
  );
});

describe('the sealing key', () => {
  test('is made once, for its owner’s eyes only, and is the same afterwards', async () => {
    expect(statSync(path.join(folder, 'seal.pem')).mode & 0o777).toBe(0o600);
    const again = await readSealingKey(folder, undefined);
    expect(again.certificate.fingerprint256).toBe(key.certificate.fingerprint256);
    expect(again.privateKey.extractable).toBe(false);
  });

  test('of two servers that start at once is one', async () => {
    const both = mkdtempSync(path.join(folder, 'both-'));
    const made = await Promise.all([1, 2, 3].map(() => readSealingKey(both, undefined)));
    expect(new Set(made.map(({ certificate }) => certificate.fingerprint256)).size).toBe(1);
    expect(readdirSync(both)).toEqual(['seal.pem']);
  });

  test('may be one of the alliance’s own out of a PKCS #12 file; a wrong password is told without its words', async () => {
    const at = (name: string) => path.join(folder, name);
    // Made by OpenSSL, as whoever buys a certificate would.
    const openssl = (...args: string[]) => execFileSync('openssl', args, { stdio: 'pipe' });
    openssl(
      ...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', at('k.pem'), '-out', at('c.pem')],
      ...['-days', '9', '-subj', '/CN=Own'],
    );
    openssl(
      ...['pkcs12', '-export', '-inkey', at('k.pem'), '-in', at('c.pem'), '-out', at('own.p12')],
      ...['-passout', 'pass:open sesame'],
    );
    const own = await readSealingKey(folder, { file: at('own.p12'), password: 'open sesame' });
    expect(own.certificate.subject).toBe('CN=Own');
    expect(checkSeal(await seal(own), [own.certificate]).seal).toBe('whole');
    const wrong = readSealingKey(folder, { file: at('own.p12'), password: 'guess' });
    await expect(wrong).rejects.toThrow(/the sealing key can’t be read/);
    await expect(readSealingKey(folder, { file: at('c.pem'), password: '' })).rejects.toThrow(RangeError);
    expect(readFileSync(at('own.p12')).length).toBeGreaterThan(0);
  });
});
