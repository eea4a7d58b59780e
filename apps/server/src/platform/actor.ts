/**
 * What somebody is in the alliance, as far as permission goes. Deny by default: a role may do
 * what a policy names, nothing else.
 */
export const roles = [
  'visitor',
  'user',
  'enterprise',
  'merchant',
  'association',
  'provider',
  'post',
  'council',
  'government',
  'observer',
  'secretariat',
] as const;
export type Role = (typeof roles)[number];

/** Who asks: made once a request by authentication, handed to every use case. */
export interface Actor {
  readonly userId: string | null;
  readonly userName: string | null;
  /** The organisation the person acts for, admitted or not. */
  readonly organisationId: string | null;
  /** The person's part in that organisation. */
  readonly organisationRole: 'owner' | 'admin' | 'member' | null;
  readonly role: Role;
  /** Operations an API key is limited to (`catalogue.*`, `catalogue.importProducts`); null for a person's session. */
  readonly scopes: readonly string[] | null;
  readonly language: string;
  readonly ip: string;
  readonly requestId: string;
}

/** The actor of jobs and of the command line: may do everything, and is named in the audit log. */
export function systemActor(name: string): Actor {
  return {
    userId: null,
    userName: name,
    organisationId: null,
    organisationRole: null,
    role: 'secretariat',
    scopes: null,
    language: 'zh-CN',
    ip: 'local',
    requestId: name,
  };
}
