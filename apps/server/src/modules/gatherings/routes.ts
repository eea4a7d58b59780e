import * as contract from '@jiechuan/contract';
import type { Mount } from '../../platform/http/mount.ts';
import type { Ground } from '../../platform/module.ts';
import { takeAway } from '../../platform/sheets/index.ts';
import { answerRegistration, giveFeedback, withdrawRegistration } from './answer-registration.ts';
import { checkIn } from './check-in.ts';
import { getBadge } from './get-badge.ts';
import { getGathering, listGatherings } from './get-gathering.ts';
import { createGathering, moveGathering, updateGathering } from './keep-gathering.ts';
import { listRegistrations, registrationsSheet, tooLarge } from './list-registrations.ts';
import { readCalendar, subscribeToAgenda, unsubscribeFromAgenda } from './meetings/calendar.ts';
import { scheduleSheet } from './meetings/export-schedule.ts';
import { getAgenda, streamAgenda } from './meetings/get-agenda.ts';
import { getInterpreting } from './meetings/get-interpreting.ts';
import { getMatchmaking, listParticipants } from './meetings/get-matchmaking.ts';
import { listAttendance, setAttendance } from './meetings/keep-attendance.ts';
import { listOutcomes } from './meetings/list-outcomes.ts';
import { listPlaces, placeMeeting, releaseMeetings } from './meetings/place-meeting.ts';
import { getSchedule } from './meetings/present-schedule.ts';
import { publishSchedule } from './meetings/publish-schedule.ts';
import { linkDeal, recordOutcome } from './meetings/record-outcome.ts';
import { resolveSchedule, solveSchedule } from './meetings/solve-schedule.ts';
import { listSwaps, swapMeetings } from './meetings/swap-meetings.ts';
import { takeMeetingsBackIn } from './meetings/take-back-in.ts';
import { answerWish, setUnavailable, stateWish, withdrawWish } from './meetings/state-wish.ts';
import { listOwn, register } from './register.ts';
import type { GatheringsWiring } from './wiring.ts';

/** Mounts the module's endpoints: one line a handler. */
export function mountGatherings(mount: Mount, ground: Ground & GatheringsWiring): void {
  const { live, config } = ground;
  mount(contract.listGatherings, ({ trx, actor, query }) => listGatherings(trx, actor, query));
  mount(contract.getGathering, ({ trx, actor, params }) => getGathering(trx, actor, params.id));
  mount(contract.createGathering, ({ trx, actor, body }) => createGathering(trx, actor, body));
  mount(contract.updateGathering, ({ trx, actor, params, body, expectedVersion }) =>
    updateGathering(trx, actor, { ...params, ...body, expectedVersion }, ground),
  );
  mount(contract.moveGathering, ({ trx, actor, params, body, expectedVersion }) =>
    moveGathering(trx, actor, { ...params, ...body, expectedVersion }, ground),
  );
  mount(contract.register, ({ trx, actor, params, body }) =>
    register(trx, actor, { ...params, ...body }, ground),
  );
  mount(contract.listOwnRegistrations, ({ trx, actor, query }) => listOwn(trx, actor, query));
  mount(contract.listRegistrations, ({ trx, actor, params, query }) =>
    listRegistrations(trx, actor, { ...params, ...query }),
  );
  mount(contract.exportRegistrationsCsv, ({ trx, actor, params, query, reply }) =>
    takeAway(reply, 'registrations.csv', registrationsSheet(trx, actor, { ...params, ...query }), tooLarge),
  );
  mount(contract.exportRegistrationsXlsx, ({ trx, actor, params, query, reply }) =>
    takeAway(reply, 'registrations.xlsx', registrationsSheet(trx, actor, { ...params, ...query }), tooLarge),
  );
  mount(contract.answerRegistration, ({ trx, actor, params, body }) =>
    answerRegistration(trx, actor, { ...params, ...body }, ground),
  );
  mount(contract.withdrawRegistration, ({ trx, actor, params }) =>
    withdrawRegistration(trx, actor, params.id, ground),
  );
  mount(contract.getBadge, ({ trx, actor, params }) => getBadge(trx, actor, params.id));
  mount(contract.giveFeedback, ({ trx, actor, params, body }) =>
    giveFeedback(trx, actor, { ...params, ...body }),
  );
  mount(contract.checkIn, ({ trx, actor, params, body }) => checkIn(trx, actor, { ...params, ...body }));
  mount(contract.getMatchmaking, ({ trx, actor, params }) => getMatchmaking(trx, actor, params.id));
  mount(contract.listParticipants, ({ trx, actor, params, query }) =>
    listParticipants(trx, actor, { ...params, ...query }),
  );
  mount(contract.stateWish, ({ trx, actor, params, body }) =>
    stateWish(trx, actor, { ...params, ...body }, ground),
  );
  mount(contract.withdrawWish, ({ trx, actor, params }) =>
    withdrawWish(trx, actor, params.id, ground).then(() => undefined),
  );
  mount(contract.answerWish, ({ trx, actor, params, body }) =>
    answerWish(trx, actor, { ...params, ...body }, ground),
  );
  mount(contract.setUnavailable, ({ trx, actor, params, body }) =>
    setUnavailable(trx, actor, { ...params, ...body }),
  );
  mount(contract.getSchedule, ({ trx, actor, params, query }) =>
    getSchedule(trx, actor, { ...params, ...query }),
  );
  mount(contract.getInterpreting, ({ trx, actor, params, query }) =>
    getInterpreting(trx, actor, { ...params, ...query }),
  );
  mount(contract.solveSchedule, ({ trx, actor, params, body }) =>
    solveSchedule(trx, actor, { ...params, ...body }, ground),
  );
  mount(contract.resolveSchedule, ({ trx, actor, params, body }) =>
    resolveSchedule(trx, actor, { ...params, ...body }, ground),
  );
  mount(contract.listPlaces, ({ trx, actor, params }) => listPlaces(trx, actor, params));
  mount(contract.placeMeeting, ({ trx, actor, params, body, expectedVersion }) =>
    placeMeeting(trx, actor, { ...params, ...body, expectedVersion }),
  );
  mount(contract.listSwaps, ({ trx, actor, params, query }) =>
    listSwaps(trx, actor, { ...params, ...query }),
  );
  mount(contract.swapMeetings, ({ trx, actor, params, body, expectedVersion }) =>
    swapMeetings(trx, actor, { ...params, ...body, expectedVersion }),
  );
  mount(contract.releaseSomeMeetings, ({ trx, actor, params, body, expectedVersion }) =>
    releaseMeetings(trx, actor, { ...params, ...body, expectedVersion }),
  );
  mount(contract.releaseMeetings, ({ trx, actor, params, expectedVersion }) =>
    releaseMeetings(trx, actor, { ...params, expectedVersion }),
  );
  mount(contract.takeMeetingsBackIn, ({ trx, actor, params, body, expectedVersion }) =>
    takeMeetingsBackIn(trx, actor, { ...params, ...body, expectedVersion }),
  );
  mount(contract.listAttendance, ({ trx, actor, params, query }) =>
    listAttendance(trx, actor, { ...params, ...query }),
  );
  mount(contract.setAttendance, ({ trx, actor, params, body }) =>
    setAttendance(trx, actor, { ...params, ...body }),
  );
  mount(contract.publishSchedule, ({ trx, actor, params, expectedVersion }) =>
    publishSchedule(trx, actor, { ...params, expectedVersion }, ground),
  );
  mount(contract.exportScheduleCsv, ({ trx, actor, params, reply }) =>
    takeAway(reply, 'meetings.csv', scheduleSheet(trx, actor, params.id), tooLarge),
  );
  mount(contract.exportScheduleXlsx, ({ trx, actor, params, reply }) =>
    takeAway(reply, 'meetings.xlsx', scheduleSheet(trx, actor, params.id), tooLarge),
  );
  mount(contract.getAgenda, ({ trx, actor, params }) => getAgenda(trx, actor, params.id));
  mount(contract.streamAgenda, ({ trx, actor, params, request, reply }) =>
    streamAgenda(trx, actor, params.id, { live, request, reply }),
  );
  mount(contract.recordMeetingOutcome, ({ trx, actor, params, body }) =>
    recordOutcome(trx, actor, { ...params, ...body }, ground),
  );
  mount(contract.linkMeetingDeal, ({ trx, actor, params, body }) =>
    linkDeal(trx, actor, { ...params, ...body }, ground),
  );
  mount(contract.listMeetingOutcomes, ({ trx, actor, params, query }) =>
    listOutcomes(trx, actor, { ...params, ...query }),
  );
  mount(contract.subscribeToAgenda, ({ trx, actor, params }) =>
    subscribeToAgenda(trx, actor, params.id, ground),
  );
  mount(contract.unsubscribeFromAgenda, ({ trx, actor, params }) =>
    unsubscribeFromAgenda(trx, actor, params.id).then(() => undefined),
  );
  mount(contract.readCalendar, ({ trx, params, request, reply }) =>
    readCalendar(trx, params.token, { request, reply, config }),
  );
}
