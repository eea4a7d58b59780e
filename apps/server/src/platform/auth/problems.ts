import type { FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from '../errors.ts';
import { answerError } from '../http/problems.ts';

/** The library's codes that people meet, and ours. What isn't here is told in general words. */
const known: Record<string, string> = {
  INVALID_EMAIL_OR_PASSWORD: 'wrongPassword',
  INVALID_PASSWORD: 'wrongPassword',
  USER_ALREADY_EXISTS: 'emailTaken',
  USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL: 'emailTaken',
  PASSWORD_TOO_SHORT: 'passwordTooShort',
  PASSWORD_TOO_LONG: 'passwordTooLong',
  INVALID_EMAIL: 'badEmail',
  INVALID_CODE: 'wrongCode',
  INVALID_BACKUP_CODE: 'wrongCode',
  INVALID_TWO_FACTOR_COOKIE: 'startAgain',
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: 'startAgain',
  TWO_FACTOR_LOCKED: 'locked',
  ACCOUNT_LOCKED: 'locked',
  INVALID_TOKEN: 'linkExpired',
  TOKEN_EXPIRED: 'linkExpired',
  PASSKEY_NOT_FOUND: 'passkeyUnknown',
  CHALLENGE_NOT_FOUND: 'startAgain',
  AUTHENTICATION_FAILED: 'passkeyUnknown',
  UNAUTHORIZED: 'signInFirst',
  INVITATION_NOT_FOUND: 'invitationGone',
  EMAIL_VERIFICATION_REQUIRED_FOR_INVITATION: 'verifyFirst',
  EMAIL_VERIFICATION_REQUIRED_BEFORE_ACCEPTING_OR_REJECTING_INVITATION: 'verifyFirst',
  USER_IS_ALREADY_A_MEMBER_OF_THIS_ORGANIZATION: 'alreadyInvited',
  USER_IS_ALREADY_INVITED_TO_THIS_ORGANIZATION: 'alreadyInvited',
  YOU_ARE_NOT_THE_RECIPIENT_OF_THE_INVITATION: 'invitationNotYours',
};

/** Words a refusal of the sign-in library in the reader's language, as every other refusal. */
export async function answerAuthProblem(
  request: FastifyRequest,
  reply: FastifyReply,
  response: Response,
): Promise<FastifyReply> {
  const { status } = response;
  if (status === 429) {
    const seconds = Number(response.headers.get('x-retry-after') ?? 60) || 60;
    return answerError(new Problem({ code: 'platform.tooMany', status }, { seconds }), request, reply);
  }
  const told = (await response.json().catch(() => ({}))) as { code?: string };
  const name =
    known[told.code ?? ''] ?? (status === 401 ? 'signInFirst' : status === 404 ? 'noSuchRoute' : 'refused');
  return answerError(new Problem({ code: `auth.${name}`, status }), request, reply);
}
