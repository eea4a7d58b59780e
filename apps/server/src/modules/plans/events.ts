/** Published when something has made a plan doubtful. */
export interface PlanReopened {
  planId: string;
  organisationId: string;
}

export const plansEvents = { reopened: 'plans.planReopened' } as const;
