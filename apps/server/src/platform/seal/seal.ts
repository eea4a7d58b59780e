import { createHash, type X509Certificate } from 'node:crypto';
import { PDFDocument, PDFHexString, PDFName, PDFNumber, PDFString } from '@cantoo/pdf-lib';
import { SignPdf } from '@signpdf/signpdf';
import { Signer } from '@signpdf/utils';
import * as asn1 from 'asn1js';
import * as pkijs from 'pkijs';
import type { SealingKey } from './sealing-key.ts';

/** Room for the signature, in bytes: an RSA signature, the certificate and what is signed along take about 2,500. */
const room = 8192;
/** What the signing library looks for and writes the places of the signed bytes into. */
const place = PDFName.of('**********');

export interface Seal {
  /** Pages added behind the document, as a PDF: who signed what, when and how. */
  certificatePage: Buffer;
  key: SealingKey;
  at: Date;
  reason: string;
  /** Who seals, as a reader shows it. */
  name: string;
}

/**
 * A document, its certificate page and the seal over both as one PDF: PAdES (ETSI EN 319 142-1, baseline B). The
 * document's own bytes stand unchanged at its beginning, so that their digest can be taken from the sealed file.
 */
export async function sealPdf(document: Buffer, seal: Seal): Promise<Buffer> {
  const pdf = await PDFDocument.load(document, { forIncrementalUpdate: true, updateMetadata: false });
  const added = await PDFDocument.load(seal.certificatePage, { updateMetadata: false });
  for (const page of await pdf.copyPages(added, added.getPageIndices())) pdf.addPage(page);
  addField(pdf, seal);
  const withRoom = Buffer.from(await pdf.commit({ useObjectStreams: false }));
  if (!withRoom.subarray(0, document.length).equals(document))
    throw new Error('sealing changed the bytes of the document');
  return new SignPdf().sign(withRoom, new AllianceSigner(seal.key), seal.at);
}

function addField(pdf: PDFDocument, { at, reason, name }: Seal): void {
  const { context } = pdf;
  const page = pdf.getPage(pdf.getPageCount() - 1);
  const signature = context.obj({
    Type: 'Sig',
    Filter: 'Adobe.PPKLite',
    SubFilter: 'ETSI.CAdES.detached',
    M: PDFString.fromDate(at),
    Name: PDFHexString.fromText(name),
    Reason: PDFHexString.fromText(reason),
    ByteRange: [PDFNumber.of(0), place, place, place],
    Contents: PDFHexString.of('0'.repeat(room * 2)),
  });
  const widget = context.register(
    context.obj({
      Type: 'Annot',
      Subtype: 'Widget',
      FT: 'Sig',
      Rect: [0, 0, 0, 0],
      F: 132,
      T: PDFString.of('AllianceSeal'),
      V: context.register(signature),
      P: page.ref,
    }),
  );
  page.node.set(PDFName.of('Annots'), context.obj([widget]));
  pdf.catalog.set(PDFName.of('AcroForm'), context.obj({ SigFlags: 3, Fields: [widget] }));
}

/** Signs as PAdES asks: the certificate's digest is signed along, so that no other can be put in its place. */
class AllianceSigner extends Signer {
  readonly #key: SealingKey;
  constructor(key: SealingKey) {
    super();
    this.#key = key;
  }
  override async sign(bytes: Buffer): Promise<Buffer> {
    const { certificate: own, privateKey } = this.#key;
    const certificate = pkijs.Certificate.fromBER(new Uint8Array(own.raw));
    const attribute = (type: string, value: asn1.BaseBlock) => new pkijs.Attribute({ type, values: [value] });
    const digest = createHash('sha256').update(bytes).digest();
    const signed = new pkijs.SignedData({
      version: 1,
      encapContentInfo: new pkijs.EncapsulatedContentInfo({ eContentType: ids.data }),
      signerInfos: [
        new pkijs.SignerInfo({
          version: 1,
          sid: new pkijs.IssuerAndSerialNumber({
            issuer: certificate.issuer,
            serialNumber: certificate.serialNumber,
          }),
          signedAttrs: new pkijs.SignedAndUnsignedAttributes({
            type: 0,
            // In the order of their encodings, as DER has a set.
            attributes: [
              attribute(ids.contentType, new asn1.ObjectIdentifier({ value: ids.data })),
              attribute(ids.messageDigest, octets(digest)),
              attribute(ids.signingCertificateV2, signingCertificate(own)),
            ],
          }),
        }),
      ],
      certificates: [certificate],
    });
    await signed.sign(privateKey as CryptoKey, 0, 'SHA-256', new Uint8Array(bytes));
    const wrapped = new pkijs.ContentInfo({ contentType: ids.signedData, content: signed.toSchema(true) });
    return Buffer.from(wrapped.toSchema().toBER());
  }
}

export const ids = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
};

const octets = (bytes: Buffer) => new asn1.OctetString({ valueHex: new Uint8Array(bytes) });
/** SigningCertificateV2 (RFC 5035) with one ESSCertIDv2; SHA-256 is its default and not written. */
const signingCertificate = ({ raw }: X509Certificate) => {
  const sequence = (value: asn1.BaseBlock) => new asn1.Sequence({ value: [value] });
  return sequence(sequence(sequence(octets(createHash('sha256').update(raw).digest()))));
};
