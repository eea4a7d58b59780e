import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { idSchema, instant, languageTag, oneOrMany, pageOf, pageQuery } from '../scalars.ts';
import { contactSchema, memberParams, organisationCard, ownOrganisation, profileFields } from './profile.ts';
import { sheetEndpoints } from '../sheets.ts';
import { plainText } from '../text.ts';
import { applicantKind, organisationState } from './vocabulary.ts';

const tag = 'Admission';

const evidenceFile = z.object({ id: idSchema, name: z.string(), mediaType: z.string(), bytes: z.int() });

const answers = z.strictObject({
  purpose: plainText(4000),
  offer: plainText(4000),
  markets: plainText(4000).optional(),
  compliance: plainText(4000).optional(),
  referees: plainText(4000).optional(),
});

export const applicationStates = ['open', 'admitted', 'refused'] as const;
export const applicationWaitsFor = ['desk', 'applicant'] as const;

/** One move of an organisation's state: who, when, why. Never edited, never deleted. */
export const stateMove = z.object({
  id: idSchema,
  from: organisationState.nullable(),
  to: organisationState,
  reason: z.string(),
  personName: z.string().nullable(),
  at: instant,
});
export type StateMove = z.infer<typeof stateMove>;

export const applicationSummary = z.object({
  id: idSchema,
  state: z.enum(applicationStates),
  organisation: organisationCard,
  submittedAt: instant,
  /** BCP 47: what the applicant is written to in. */
  language: languageTag,
  decidedAt: instant.nullable(),
  /** While it is open: the applicant has a question to answer, or the desk has to decide. */
  waitsFor: z.enum(applicationWaitsFor).nullable(),
  /** How many questions reviewers have asked. */
  asked: z.int(),
});
export type ApplicationSummary = z.infer<typeof applicationSummary>;

/** What a reviewer asked, and the applicant's one answer with what was handed in for it. */
const applicationQuestion = z.object({
  id: idSchema,
  text: z.string(),
  askedBy: z.string().nullable(),
  askedAt: instant,
  answer: z
    .object({ text: z.string(), by: z.string().nullable(), at: instant, evidence: z.array(evidenceFile) })
    .nullable(),
});

export const application = applicationSummary.extend({
  profile: ownOrganisation,
  answers: z.record(z.string(), z.string()),
  evidence: z.array(evidenceFile),
  questions: z.array(applicationQuestion),
  reason: z.string().nullable(),
  decidedBy: z.string().nullable(),
});
export type Application = z.infer<typeof application>;

export const uploadEvidence = endpoint({
  operationId: 'members.uploadEvidence',
  method: 'POST',
  path: '/applications/evidence',
  tag,
  summary: 'Hand in a document for an application (PDF or picture, at most 10 MB); name its id when applying',
  upload: { maxBytes: 10_000_000 },
  response: evidenceFile,
  status: 201,
});

export const applyForMembership = endpoint({
  operationId: 'members.applyForMembership',
  method: 'POST',
  path: '/applications',
  tag,
  summary: 'Apply for membership; the caller becomes owner of the organisation',
  body: z
    .strictObject({
      kind: applicantKind,
      ...profileFields,
      contact: contactSchema,
      answers,
      /** Files handed in by `members.uploadEvidence`. */
      evidence: z.array(idSchema).max(10).default([]),
    })
    .superRefine((value, context) => {
      const inChina = value.country === 'CN';
      if (inChina && value.creditCode === null && value.kind === 'enterprise') {
        context.addIssue({
          code: 'custom',
          path: ['creditCode'],
          params: { code: 'members.creditCodeNeeded' },
        });
      }
      if (!inChina && value.creditCode !== null) {
        context.addIssue({
          code: 'custom',
          path: ['creditCode'],
          params: { code: 'members.creditCodeAbroad' },
        });
      }
    }),
  response: application,
  status: 201,
});

const applicationFilters = {
  /** Words of the applicant's names, in any language and spelling. */
  q: plainText(200).optional(),
  state: oneOrMany(z.enum(applicationStates)),
  waitsFor: z.enum(applicationWaitsFor).optional(),
} as const;

export const listApplications = endpoint({
  operationId: 'members.listApplications',
  method: 'GET',
  path: '/applications',
  tag,
  summary: 'The admissions desk: applications, oldest open first; an applicant sees its own',
  query: pageQuery.extend(applicationFilters),
  response: pageOf(applicationSummary).extend({ total: z.int() }),
});

export const [exportApplicationsCsv, exportApplicationsXlsx] = sheetEndpoints({
  operation: 'members.exportApplications',
  path: '/applications/export',
  tag,
  summary: 'The admissions desk as a sheet, without contacts; an applicant gets its own; at most 20,000',
  query: z.strictObject(applicationFilters),
});

const applicationParams = z.strictObject({ id: idSchema });

export const getApplication = endpoint({
  operationId: 'members.getApplication',
  method: 'GET',
  path: '/applications/:id',
  tag,
  summary: 'One application with its answers and evidence',
  params: applicationParams,
  response: application,
});

/** A decision always says why. */
const reason = z.strictObject({ reason: plainText(2000) });

export const reviewApplication = endpoint({
  operationId: 'members.reviewApplication',
  method: 'POST',
  path: '/applications/:id/review',
  tag,
  summary: 'Admit or refuse, with the reason; the applicant gets a mail',
  params: applicationParams,
  body: reason.extend({ decision: z.enum(['admit', 'refuse']) }),
  response: application,
});

export const askApplicant = endpoint({
  operationId: 'members.askApplicant',
  method: 'POST',
  path: '/applications/:id/questions',
  tag,
  summary: 'Ask the applicant something; it gets a mail and answers within its application',
  params: applicationParams,
  body: z.strictObject({ text: plainText(2000) }),
  response: application,
  status: 201,
});

export const answerReviewer = endpoint({
  operationId: 'members.answerReviewer',
  method: 'POST',
  path: '/applications/:id/questions/:questionId/answer',
  tag,
  summary: 'Answer what was asked, once, with files where they help; the secretariat gets a mail',
  params: applicationParams.extend({ questionId: idSchema }),
  body: z.strictObject({
    text: plainText(4000),
    /** Files handed in by `members.uploadEvidence`. */
    evidence: z.array(idSchema).max(10).default([]),
  }),
  response: application,
});

export const suspendMember = endpoint({
  operationId: 'members.suspendMember',
  method: 'POST',
  path: '/members/:id/suspend',
  tag,
  summary: 'Suspend an admitted member: it disappears from public view',
  params: memberParams,
  body: reason,
  response: ownOrganisation,
});

export const reinstateMember = endpoint({
  operationId: 'members.reinstateMember',
  method: 'POST',
  path: '/members/:id/reinstate',
  tag,
  summary: 'End a suspension',
  params: memberParams,
  body: reason,
  response: ownOrganisation,
});

export const leaveAlliance = endpoint({
  operationId: 'members.leaveAlliance',
  method: 'POST',
  path: '/members/:id/leave',
  tag,
  summary: 'An organisation leaves the alliance',
  params: memberParams,
  body: reason,
  response: ownOrganisation,
});

export const getOrganisationHistory = endpoint({
  operationId: 'members.getOrganisationHistory',
  method: 'GET',
  path: '/members/:id/history',
  tag,
  summary: 'Every move of an organisation’s state: reason, person, date; newest first',
  params: memberParams,
  query: pageQuery,
  response: pageOf(stateMove),
});
