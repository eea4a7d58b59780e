import type { OrganisationCard, Relation } from '@jiechuan/contract';
import { closer } from './relation.sql.ts';
import type { RelationRow } from './tables.ts';

/** An organisation as a relation names it. */
export const presentPartner = ({ id, names, kind, country }: OrganisationCard): Relation['partner'] => ({
  id,
  names,
  kind,
  country,
});

/** A relation as one of its sides sees it: what the other declined goes on to look stated. */
export function presentRelation(row: RelationRow, own: string, partner: OrganisationCard): Relation {
  const statedByUs = row.a_id === own;
  const confirmed = row.state === 'confirmed' && row.b_strength !== null && row.b_visibility !== null;
  const stating = { strength: row.a_strength, visibility: row.a_visibility };
  const answering = confirmed ? { strength: row.b_strength!, visibility: row.b_visibility! } : null;
  return {
    id: row.id,
    partner: presentPartner(partner),
    kind: row.kind,
    since: row.since,
    evidence: row.evidence,
    state: confirmed ? 'confirmed' : 'stated',
    statedByUs,
    ours: statedByUs ? stating : answering,
    strength: answering && Math.min(stating.strength, answering.strength),
    visibility: answering && closer(stating.visibility, answering.visibility),
    statedAt: row.stated_at.toISOString(),
    version: row.version,
  };
}
