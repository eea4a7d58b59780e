import * as contract from '@jiechuan/contract';
import { tourCities } from '@jiechuan/contract';
import type { Mount } from '../../../platform/http/mount.ts';
import type { Ground } from '../../../platform/module.ts';
import { cityDivisions, cityPlaces } from './facts/cities.ts';
import { travelTimes } from './facts/travel-times.ts';
import { addStop, removeStop, updateStop } from './keep-stop.ts';
import { assignInterpreter, createTour, moveTour, updateTour } from './keep-tour.ts';
import { listTours, listToursOfGuests } from './list-tours.ts';
import { openInvitation, openProgramme } from './open-papers.ts';
import { placeVisit, proposeTour } from './plan-tour.ts';
import { presentTour } from './present.ts';
import { findTour } from './tour.sql.ts';
import type { GatheringsWiring } from '../wiring.ts';
import { getVisaNote, keepVisaNote, listVisaNotes, reviewVisaNote } from './visa-notes.ts';
import { answerVisit, askHosts, linkDeal, listVisits, recordOutcome } from './visits.ts';

/** Mounts the endpoints of tours: one line a handler. */
export function mountTours(
  mount: Mount,
  { dealSides, ...ground }: Pick<Ground, 'mail' | 'config'> & GatheringsWiring,
): void {
  mount(contract.listTours, ({ trx, actor, query, extent }) => listTours(trx, actor, query, extent));
  mount(contract.listVisaNotes, ({ trx }) => listVisaNotes(trx));
  mount(contract.getVisaNote, ({ trx, params }) => getVisaNote(trx, params.country));
  mount(contract.keepVisaNote, ({ trx, actor, params, body, expectedVersion }) =>
    keepVisaNote(trx, actor, { ...params, expectedVersion, note: body }),
  );
  mount(contract.reviewVisaNote, ({ trx, actor, params, body }) =>
    reviewVisaNote(trx, actor, { ...params, ...body }),
  );
  mount(contract.createTour, ({ trx, actor, body }) => createTour(trx, actor, body));
  mount(contract.getTour, async ({ trx, actor, params }) =>
    presentTour(trx, await findTour(trx, actor, 'tours.getTour', params.id)),
  );
  mount(contract.updateTour, ({ trx, actor, params, body, expectedVersion }) =>
    updateTour(trx, actor, { ...params, expectedVersion, input: body }, ground),
  );
  mount(contract.moveTour, ({ trx, actor, params, body, expectedVersion }) =>
    moveTour(trx, actor, { ...params, ...body, expectedVersion }),
  );
  mount(contract.assignInterpreter, ({ trx, actor, params, body, expectedVersion }) =>
    assignInterpreter(trx, actor, { ...params, ...body, expectedVersion }),
  );
  mount(contract.addTourStop, ({ trx, actor, params, body }) =>
    addStop(trx, actor, { ...params, input: body }),
  );
  mount(contract.updateTourStop, ({ trx, actor, params, body, expectedVersion }) =>
    updateStop(trx, actor, { ...params, expectedVersion, input: body }),
  );
  mount(contract.removeTourStop, ({ trx, actor, params }) =>
    removeStop(trx, actor, params.id).then(() => undefined),
  );
  mount(contract.proposeTour, ({ trx, actor, params }) => proposeTour(trx, actor, params.id));
  mount(contract.placeVisit, ({ trx, actor, params, body, expectedVersion }) =>
    placeVisit(trx, actor, { ...params, ...body, expectedVersion }),
  );
  mount(contract.askHosts, ({ trx, actor, params }) => askHosts(trx, actor, params.id, ground));
  mount(contract.listVisits, ({ trx, actor, query }) => listVisits(trx, actor, query));
  mount(contract.answerVisit, ({ trx, actor, params, body }) =>
    answerVisit(trx, actor, { ...params, ...body }),
  );
  mount(contract.recordVisitOutcome, ({ trx, actor, params, body, extent }) =>
    recordOutcome(trx, actor, { ...params, ...body }, { extent, dealSides }),
  );
  mount(contract.linkVisitDeal, ({ trx, actor, params, body, extent }) =>
    linkDeal(trx, actor, { ...params, ...body }, { extent, dealSides }),
  );
  mount(contract.listGuestTours, ({ trx, actor, query }) => listToursOfGuests(trx, actor, query));
  mount(contract.openTourInvitation, ({ trx, actor, params, reply }) =>
    openInvitation(trx, actor, params.id, reply),
  );
  mount(contract.openTourProgramme, ({ trx, actor, params, reply }) =>
    openProgramme(trx, actor, params.id, reply),
  );
  mount(contract.listTourTravelTimes, () =>
    Promise.resolve({
      cities: tourCities.map((city) => ({
        city,
        latitude: cityPlaces[city][0],
        longitude: cityPlaces[city][1],
        division: cityDivisions[city],
      })),
      rows: [...travelTimes],
    }),
  );
}
