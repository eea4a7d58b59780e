interface Prepared {
  documentSha256: string;
  passkey: { challengeId: string; options: PublicKeyCredentialRequestOptionsJSON } | null;
}

/**
 * Signs the document with this digest with a passkey: what the authenticator signs is made of the digest.
 * @throws Error with the server's words, or when the person breaks off
 */
export async function signWithPasskey(id: string, documentSha256: string): Promise<void> {
  const prepared = await post<Prepared>(`/api/v1/contracts/${id}/signing`, {});
  if (!prepared.passkey) throw new Error('no passkey');
  const { challengeId, options } = prepared.passkey;
  const credential = await navigator.credentials.get({
    publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options),
  });
  const answer = (credential as PublicKeyCredential).toJSON();
  await post(`/api/v1/contracts/${id}/signatures`, {
    documentSha256,
    proof: { method: 'passkey', challengeId, answer },
  });
}

async function post<T>(address: string, body: object): Promise<T> {
  const answer = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify(body),
    credentials: 'same-origin',
  });
  const told = (await answer.json()) as T & { detail?: string };
  if (!answer.ok) throw new Error(told.detail ?? String(answer.status));
  return told;
}
