import { useSyncExternalStore } from 'react';
import { authBase } from './auth-base.ts';

/** True where this browser can make and use passkeys in the JSON form of WebAuthn Level 3. */
const passkeysWork = (): boolean =>
  typeof PublicKeyCredential !== 'undefined' && 'parseRequestOptionsFromJSON' in PublicKeyCredential;

const never = () => () => undefined;

/** The same for a component; false on the server, where no browser is known. */
export const usePasskeysWork = (): boolean => useSyncExternalStore(never, passkeysWork, () => false);

/** @throws Error when the person breaks off, or the server doesn't know the passkey */
export async function signInWithPasskey(): Promise<void> {
  const options = await ask<PublicKeyCredentialRequestOptionsJSON>('/passkey/generate-authenticate-options');
  const credential = await navigator.credentials.get({
    publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options),
  });
  await ask('/passkey/verify-authentication', { response: (credential as PublicKeyCredential).toJSON() });
}

/** Makes a passkey for whoever is signed in. @param name how the person will know it */
export async function addPasskey(name: string): Promise<void> {
  const options = await ask<PublicKeyCredentialCreationOptionsJSON>('/passkey/generate-register-options');
  const credential = await navigator.credentials.create({
    publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options),
  });
  await ask('/passkey/verify-registration', {
    name,
    response: (credential as PublicKeyCredential).toJSON(),
  });
}

async function ask<T>(path: string, body?: object): Promise<T> {
  const answer = await fetch(authBase + path, {
    method: body ? 'POST' : 'GET',
    headers: { accept: 'application/json', ...(body && { 'content-type': 'application/json' }) },
    ...(body && { body: JSON.stringify(body) }),
    credentials: 'same-origin',
  });
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return (await answer.json()) as T;
}
