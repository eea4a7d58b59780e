/** Who keeps tours; all other members are visited. */
export const keepsTours = (person: { role: string } | null): boolean =>
  person?.role === 'secretariat' || person?.role === 'association';

/** Who can be visited. */
export const hostsVisits = (person: { role: string; organisationId: string | null } | null): boolean =>
  person !== null &&
  person.organisationId !== null &&
  ['enterprise', 'merchant', 'association', 'provider', 'post', 'council'].includes(person.role);

/** Who can be a tour's guests, and finds their letter and programme here. */
export const sendsGuests = (person: { role: string; organisationId: string | null } | null): boolean =>
  hostsVisits(person) || (person?.role === 'observer' && person.organisationId !== null);
