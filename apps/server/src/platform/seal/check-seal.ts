import { createHash, verify, X509Certificate } from 'node:crypto';
import * as asn1 from 'asn1js';
import * as pkijs from 'pkijs';
import { ids } from './seal.ts';

/** What is found of a seal in a file. */
export type SealFinding =
  /** Nothing in it looks like a signature. */
  | { seal: 'none' }
  /** Something looks like one and can't be read. */
  | { seal: 'unreadable' }
  /** Signed by a certificate that isn't one of the alliance's. */
  | { seal: 'foreign' }
  /**
   * Signed by the alliance. `whole`: every byte but the signature's own is signed and as it was. `changed`: bytes that were
   * signed are others now. `added`: what was signed is as it was, and there is more.
   * `digest` is that of the bytes that were signed.
   */
  | { seal: 'whole' | 'changed' | 'added'; digest: string };

/**
 * Holds a PDF against its seal. Made for files of strangers: it reads no PDF structure but the signature's place, which
 * is bounded, and fails on nothing.
 * @param ours certificates that the alliance sealed with
 */
export function checkSeal(file: Buffer, ours: readonly X509Certificate[]): SealFinding {
  const text = file.toString('latin1');
  const last = text.lastIndexOf('/ByteRange');
  if (last < 0) return { seal: 'none' };
  const range = /^\/ByteRange\s*\[\s*(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s*\]/.exec(
    text.slice(last, last + 100),
  );
  if (!range) return { seal: 'unreadable' };
  const [from, first, resume, rest] = range.slice(1).map(Number) as [number, number, number, number];
  const hex = text.slice(first, resume);
  if (from !== 0 || resume <= first || resume + rest > file.length || hex.length > 100_000)
    return { seal: 'unreadable' };
  if (!/^<[0-9a-fA-F]*>$/.test(hex) || hex.length % 2 !== 0) return { seal: 'unreadable' };
  const signature = readSignature(Buffer.from(hex.slice(1, -1), 'hex'));
  if (!signature) return { seal: 'unreadable' };
  const certificate = ours.find(({ raw }) => raw.equals(signature.certificate));
  if (!certificate) return { seal: 'foreign' };
  if (!verify('sha256', signature.signedAttributes, certificate.publicKey, signature.value))
    return { seal: 'unreadable' };
  const digest = signature.digest.toString('hex');
  const found = createHash('sha256')
    .update(file.subarray(0, first))
    .update(file.subarray(resume, resume + rest))
    .digest();
  if (!found.equals(signature.digest)) return { seal: 'changed', digest };
  return { seal: resume + rest === file.length ? 'whole' : 'added', digest };
}

interface Signature {
  certificate: Buffer;
  signedAttributes: Buffer;
  digest: Buffer;
  value: Buffer;
}

/** A CMS signature as `sealPdf` makes it; undefined for anything else. */
function readSignature(cms: Buffer): Signature | undefined {
  try {
    const parsed = asn1.fromBER(new Uint8Array(cms));
    if (parsed.offset < 0) return undefined;
    const wrapped = new pkijs.ContentInfo({ schema: parsed.result });
    const signed = new pkijs.SignedData({ schema: wrapped.content });
    const [info] = signed.signerInfos;
    const [certificate] = signed.certificates ?? [];
    if (!info?.signedAttrs || !(certificate instanceof pkijs.Certificate)) return undefined;
    const value = (type: string): unknown =>
      info.signedAttrs!.attributes.find((one) => one.type === type)?.values[0];
    const digest = value(ids.messageDigest);
    const contentType = value(ids.contentType);
    if (!(digest instanceof asn1.OctetString) || !(contentType instanceof asn1.ObjectIdentifier))
      return undefined;
    if (contentType.valueBlock.toString() !== ids.data) return undefined;
    const signedAttributes = Buffer.from(info.signedAttrs.encodedValue);
    // What is signed is the set itself; in the file it carries the tag of its place.
    signedAttributes[0] = 0x31;
    return {
      certificate: Buffer.from(certificate.toSchema().toBER()),
      signedAttributes,
      digest: Buffer.from(digest.valueBlock.valueHexView),
      value: Buffer.from(info.signature.valueBlock.valueHexView),
    };
  } catch {
    return undefined;
  }
}
