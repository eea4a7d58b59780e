import type { MemberKind, OrganisationState } from '@jiechuan/contract';

/** Published with every move of an organisation's state. */
export interface OrganisationMoved {
  organisationId: string;
  kind: MemberKind;
  from: OrganisationState | null;
  to: OrganisationState;
}
/** Published when something a reader sees of an organisation has changed. */
export interface OrganisationChanged {
  organisationId: string;
}

export const membersEvents = {
  moved: 'members.organisationMoved',
  changed: 'members.organisationChanged',
} as const;
