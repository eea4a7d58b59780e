import { redirectDocument } from 'react-router';
import type { Route } from './+types/preferences';
import { knownLanguage } from '../platform/languages.ts';
import { ownAddress, preference } from '../platform/preferences.ts';
import { themes } from '../platform/themes.ts';

/** Keeps the reader's language or theme and goes back to the page. */
export async function action({ request }: Route.ActionArgs) {
  const form = await request.formData();
  const headers = new Headers();
  const language = knownLanguage(text(form.get('language')));
  const theme = themes.find((one) => one === form.get('theme'));
  if (language) headers.append('set-cookie', preference('lang', language));
  if (theme) headers.append('set-cookie', preference('theme', theme));
  return redirectDocument(ownAddress(text(form.get('back')), { drop: 'lang' }), { headers });
}

export const loader = () => redirectDocument('/');

const text = (value: FormDataEntryValue | null) => (typeof value === 'string' ? value : '');
