import type { FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from '../errors.ts';
import { answerError } from '../http/problems.ts';

/** The library's codes that people meet, and ours. What isn't here is told in general words. */
const known: Record<string, string> = {
  INVALID_EMAIL_OR_PASSWORD: 'wrongPassword',
  // In the same words: whether an address is registered is nobody else's business.
  EMAIL_NOT_VERIFIED: 'wrongPassword',
  INVALID_PASSWORD: 'notYourPassword',
  PASSWORD_TOO_SHORT: 'passwordTooShort',
  PASSWORD_TOO_LONG: 'passwordTooLong',
  INVALID_EMAIL: 'badEmail',
  INVALID_CODE: 'wrongCode',
  INVALID_BACKUP_CODE: 'wrongCode',
  INVALID_TWO_FACTOR_COOKIE: 'startAgain',
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: 'startAgain',
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
  const told = (await response.json().catch(() => ({}))) as { code?: string; seconds?: number };
  return answerError(problemOf(response, told), request, reply);
}

function problemOf({ status, headers }: Response, told: { code?: string; seconds?: number }): Problem {
  if (status === 429) {
    const seconds = told.seconds ?? (Number(headers.get('x-retry-after')) || 60);
    const params = { seconds, minutes: Math.ceil(seconds / 60) };
    if (told.code === 'TOO_MANY_WRONG_PASSWORDS')
      return new Problem({ code: 'auth.tooManyPasswords', status }, params);
    // The library doesn't say how much is left of its quarter of an hour.
    if (told.code === 'ACCOUNT_TEMPORARILY_LOCKED')
      return new Problem({ code: 'auth.tooManyCodes', status }, { seconds: 900 });
    return new Problem({ code: 'platform.tooMany', status }, params);
  }
  const name =
    known[told.code ?? ''] ?? (status === 401 ? 'signInFirst' : status === 404 ? 'noSuchRoute' : 'refused');
  return new Problem({ code: `auth.${name}`, status: name === 'wrongPassword' ? 401 : status });
}
