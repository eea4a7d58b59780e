import type { Role } from '../../platform/actor.ts';
import type { Policy } from '../../platform/policy.ts';

/** People of admitted organisations that come to gatherings. */
const guests: readonly Role[] = [
  'enterprise',
  'merchant',
  'association',
  'provider',
  'post',
  'council',
  'government',
];
/** Associations keep what they host; the secretariat keeps all. */
const kept = { all: ['secretariat'], own: ['association'] } as const;

export const gatheringsPolicy: Policy = {
  // Drafts are their keeper's alone (gathering.sql.ts).
  'gatherings.listGatherings': { all: 'everyone' },
  'gatherings.getGathering': { all: 'everyone' },
  'gatherings.createGathering': kept,
  'gatherings.updateGathering': kept,
  'gatherings.moveGathering': kept,
  'gatherings.register': { all: guests },
  'gatherings.listOwnRegistrations': { own: guests },
  'gatherings.listRegistrations': kept,
  'gatherings.exportRegistrationsCsv': kept,
  'gatherings.exportRegistrationsXlsx': kept,
  'gatherings.answerRegistration': kept,
  'gatherings.withdrawRegistration': { own: guests },
  'gatherings.getBadge': { own: guests },
  'gatherings.giveFeedback': { own: guests },
  'gatherings.checkIn': kept,
  // Any gathering's, but always as one's own organisation there.
  'gatherings.getMatchmaking': { all: guests },
  'gatherings.listParticipants': { all: guests },
  'gatherings.stateWish': { all: guests },
  'gatherings.withdrawWish': { own: guests },
  'gatherings.answerWish': { own: guests },
  'gatherings.setUnavailable': { all: guests },
  'gatherings.getSchedule': kept,
  'gatherings.getInterpreting': kept,
  'gatherings.solveSchedule': kept,
  'gatherings.resolveSchedule': kept,
  'gatherings.listPlaces': kept,
  'gatherings.placeMeeting': kept,
  'gatherings.listSwaps': kept,
  'gatherings.swapMeetings': kept,
  'gatherings.releaseSomeMeetings': kept,
  'gatherings.releaseMeetings': kept,
  'gatherings.takeMeetingsBackIn': kept,
  'gatherings.publishSchedule': kept,
  'gatherings.listAttendance': kept,
  'gatherings.setAttendance': kept,
  'gatherings.exportScheduleCsv': kept,
  'gatherings.exportScheduleXlsx': kept,
  'gatherings.getAgenda': { all: guests },
  'gatherings.streamAgenda': { all: guests },
  'gatherings.recordOutcome': { own: guests },
  'gatherings.linkDeal': { own: guests },
  'gatherings.listOutcomes': kept,
  'gatherings.subscribeToAgenda': { own: guests },
  'gatherings.unsubscribeFromAgenda': { own: guests },
  // Who knows the address reads it: a calendar signs in nowhere.
  'gatherings.readCalendar': { all: 'everyone' },
};
