import { redirectDocument } from 'react-router';
import type { Route } from './+types/sign-out';
import { askAuth } from '../platform/auth.ts';

export async function action({ context }: Route.ActionArgs) {
  await askAuth(context, '/sign-out', {});
  return redirectDocument('/');
}

export const loader = () => redirectDocument('/');
