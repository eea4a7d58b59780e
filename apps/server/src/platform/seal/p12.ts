import { createPrivateKey, X509Certificate } from 'node:crypto';
import * as pkijs from 'pkijs';

const ids = {
  keyBag: '1.2.840.113549.1.12.10.1.1',
  shroudedKeyBag: '1.2.840.113549.1.12.10.1.2',
  certificateBag: '1.2.840.113549.1.12.10.1.3',
};

/**
 * The key and its certificate out of a PKCS #12 file (AES, as OpenSSL 3 writes it).
 * @throws RangeError in words that hold nothing of the file
 */
export async function readP12(
  file: Buffer,
  password: string,
): Promise<{ key: Buffer; certificate: X509Certificate }> {
  try {
    const bags = await bagsOf(file, password);
    const keyBag = bags.find(({ bagId }) => bagId === ids.shroudedKeyBag || bagId === ids.keyBag)?.bagValue;
    const key = keyBag instanceof pkijs.PKCS8ShroudedKeyBag ? keyBag.parsedValue : keyBag;
    if (!(key instanceof pkijs.PrivateKeyInfo)) throw new RangeError('no private key in it');
    const pkcs8 = Buffer.from(key.toSchema().toBER());
    const certificates = bags
      .filter(({ bagId }) => bagId === ids.certificateBag)
      .map(({ bagValue }) => (bagValue as pkijs.CertBag).parsedValue)
      .filter((one) => one instanceof pkijs.Certificate)
      .map((one) => new X509Certificate(Buffer.from(one.toSchema(true).toBER())));
    const privateKey = createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' });
    const certificate = certificates.find((one) => one.checkPrivateKey(privateKey));
    if (!certificate) throw new RangeError('no certificate of its key in it');
    return { key: pkcs8, certificate };
  } catch (error) {
    const why =
      error instanceof RangeError ? error.message : 'a wrong password, or no PKCS #12 file with AES';
    throw new RangeError(`the sealing key can’t be read: ${why}`);
  }
}

async function bagsOf(file: Buffer, password: string): Promise<pkijs.SafeBag[]> {
  const pfx = pkijs.PFX.fromBER(new Uint8Array(file));
  const secret = new TextEncoder().encode(password).buffer as ArrayBuffer;
  await pfx.parseInternalValues({ checkIntegrity: true, password: secret });
  const safe = pfx.parsedValue?.authenticatedSafe;
  if (!safe) throw new RangeError('nothing in it');
  await safe.parseInternalValues({ safeContents: safe.safeContents.map(() => ({ password: secret })) });
  const bags: pkijs.SafeBag[] = safe.parsedValue.safeContents.flatMap(
    ({ value }: { value: pkijs.SafeContents }) => value.safeBags,
  );
  for (const { bagId, bagValue } of bags)
    if (bagId === ids.shroudedKeyBag)
      await (
        bagValue as unknown as { parseInternalValues(p: { password: ArrayBuffer }): Promise<void> }
      ).parseInternalValues({ password: secret });
  return bags;
}
