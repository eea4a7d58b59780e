import { createApiKey, listApiKeys, revokeApiKey } from '@jiechuan/contract';
import { redirect, type RouterContextProvider } from 'react-router';
import type { Route } from './+types/settings';
import { SettingsPage, type Passkey } from '../features/accounts/settings-page.tsx';
import { askAuth } from '../platform/auth.ts';
import { valuesOf, wholeNumber, type FormValues } from '../platform/forms.ts';
import { attempt, personOf, read } from '../platform/reader.ts';

export const handle = { texts: ['accounts'] };

export async function loader({ context }: Route.LoaderArgs) {
  const person = personOf(context);
  const [session, passkeys, keys] = await Promise.all([
    askAuth<{ user: { email: string; twoFactorEnabled?: boolean | null } } | null>(context, '/get-session'),
    askAuth<Passkey[]>(context, '/passkey/list-user-passkeys'),
    read(context, listApiKeys, {}),
  ]);
  return {
    name: person.name,
    email: session.ok ? (session.value?.user.email ?? '') : '',
    twoFactor: session.ok && session.value?.user.twoFactorEnabled === true,
    passkeys: passkeys.ok ? passkeys.value.map(({ id, name, createdAt }) => ({ id, name, createdAt })) : [],
    keys: keys.items,
  };
}

export async function action({ context, request }: Route.ActionArgs) {
  const values = valuesOf(await request.formData());
  const act = String(values['act']);
  const done = await change(context, act, values);
  if (!done.ok) return { act, problem: done.problem };
  // What is shown only this once is part of this answer; all else is read anew.
  const { key, totpURI, backupCodes } = (done.value ?? {}) as Shown;
  return key || totpURI ? { act, newKey: key, totpURI, backupCodes } : redirect('/settings');
}

interface Shown {
  key?: string;
  totpURI?: string;
  backupCodes?: string[];
}

function change(context: Readonly<RouterContextProvider>, act: string, values: FormValues) {
  const { password, code, itemId, name, scopes, expiresInDays, currentPassword, newPassword } = values;
  switch (act) {
    case 'password':
      return askAuth(context, '/change-password', {
        currentPassword,
        newPassword,
        revokeOtherSessions: true,
      });
    case 'enableTotp':
      return askAuth(context, '/two-factor/enable', { password });
    case 'verifyTotp':
      return askAuth(context, '/two-factor/verify-totp', { code: String(code ?? '').replaceAll(/\s/g, '') });
    case 'disableTotp':
      return askAuth(context, '/two-factor/disable', { password });
    case 'deletePasskey':
      return askAuth(context, '/passkey/delete-passkey', { id: itemId });
    case 'createKey':
      return attempt(context, createApiKey, {
        body: {
          name: String(name ?? ''),
          scopes: (scopes ?? []) as string[],
          expiresInDays: (wholeNumber(expiresInDays) ?? null) as number | null,
        },
      });
    default:
      return attempt(context, revokeApiKey, { params: { id: String(itemId) } });
  }
}

export default function Settings({ loaderData, actionData }: Route.ComponentProps) {
  return <SettingsPage {...loaderData} {...actionData} />;
}
