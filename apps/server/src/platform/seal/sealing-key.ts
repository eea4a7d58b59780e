import { randomBytes, webcrypto, X509Certificate } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as x509 from '@peculiar/x509';
import { readP12 } from './p12.ts';

/** What the alliance seals documents with. The key itself never leaves it: it can only sign. */
export interface SealingKey {
  readonly certificate: X509Certificate;
  /** PKCS #1 v1.5 or ECDSA with SHA-256, as the key is. */
  readonly privateKey: webcrypto.CryptoKey;
}

const algorithm = {
  name: 'RSASSA-PKCS1-v1_5',
  hash: 'SHA-256',
  modulusLength: 3072,
  publicExponent: new Uint8Array([1, 0, 1]),
};
const years = 20;

/**
 * The sealing key: a PKCS #12 file where the configuration names one, else one made once with a certificate of its own
 * and kept in the data folder for its owner's eyes only, beside the secret of sessions.
 * @throws RangeError where the file can't be read; its message holds nothing of it
 */
export async function readSealingKey(
  dataDir: string,
  given: { file: string; password: string } | undefined,
): Promise<SealingKey> {
  if (given) {
    const { key, certificate } = await readP12(readFileSync(given.file), given.password);
    return { certificate, privateKey: await importKey(key, certificate) };
  }
  const file = path.join(dataDir, 'seal.pem');
  const kept = readIfThere(file) ?? (await make(dataDir, file));
  const [key] = x509.PemConverter.decodeWithHeaders(kept).filter(({ type }) => type === 'PRIVATE KEY');
  if (!key) throw new RangeError(`${file} holds no private key`);
  const certificate = new X509Certificate(kept);
  return { certificate, privateKey: await importKey(Buffer.from(key.rawData), certificate) };
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

async function make(dataDir: string, file: string): Promise<string> {
  const keys = await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const now = new Date();
  const certificate = await x509.X509CertificateGenerator.createSelfSigned(
    {
      serialNumber: `00${randomBytes(16).toString('hex')}`.slice(1, 33),
      name: 'CN=Jiechuan Alliance Document Seal, O=Jiechuan',
      notBefore: now,
      notAfter: new Date(now.getTime() + years * 365 * 86_400_000),
      keys: keys as unknown as CryptoKeyPair,
      signingAlgorithm: algorithm,
      extensions: [
        new x509.BasicConstraintsExtension(false, undefined, true),
        new x509.KeyUsagesExtension(
          x509.KeyUsageFlags.digitalSignature | x509.KeyUsageFlags.nonRepudiation,
          true,
        ),
      ],
    },
    webcrypto as unknown as Crypto,
  );
  const secret = x509.PemConverter.encode(
    await webcrypto.subtle.exportKey('pkcs8', keys.privateKey),
    'PRIVATE KEY',
  );
  mkdirSync(dataDir, { recursive: true });
  // Whole or not at all, and of two that start at once one is kept.
  const part = `${file}.${randomBytes(6).toString('hex')}`;
  writeFileSync(part, `${secret}\n${certificate.toString('pem')}\n`, {
    mode: 0o600,
    flag: 'wx',
    flush: true,
  });
  try {
    linkSync(part, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(part);
  }
  return readFileSync(file, 'utf8');
}

function importKey(pkcs8: Buffer, certificate: X509Certificate): Promise<webcrypto.CryptoKey> {
  const kind = certificate.publicKey.asymmetricKeyType;
  if (kind === 'rsa') return webcrypto.subtle.importKey('pkcs8', pkcs8, algorithm, false, ['sign']);
  throw new RangeError(`a seal is made with an RSA key, not ${kind}`);
}
