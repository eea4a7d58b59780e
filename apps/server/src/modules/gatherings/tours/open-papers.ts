import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { Problem } from '../../../platform/errors.ts';
import { today } from '../../../platform/today.ts';
import { namesOf } from '../../members/index.ts';
import { printInvitation, printProgramme, type TourPaper } from './document.ts';
import { presentTour } from './present.ts';
import { toursProblems } from './problems.ts';
import { findForPapers } from './tour.sql.ts';

/** @throws Problem platform.notFound, tours.cancelled, tours.noPlan */
async function paperOf(trx: Db, actor: Actor, operation: string, id: string): Promise<TourPaper> {
  const row = await findForPapers(trx, actor, operation, id);
  const tour = await presentTour(trx, row);
  if (!tour.plan) throw new Problem(toursProblems.noPlan);
  const keeper = (await namesOf(trx, [tour.organisationId])).get(tour.organisationId) ?? {};
  return { tour: { ...tour, plan: tour.plan }, keeper, on: today() };
}

const answer = (reply: FastifyReply, name: string, pdf: Buffer): Readable => {
  reply.header('content-disposition', `inline; filename="${name}.pdf"`);
  reply.header('cache-control', 'private, no-store');
  return Readable.from([pdf]);
};

/** The letter that guests show to an embassy. @throws Problem platform.notFound, tours.cancelled, tours.noPlan */
export const openInvitation = async (trx: Db, actor: Actor, id: string, reply: FastifyReply) =>
  answer(reply, 'invitation', printInvitation(await paperOf(trx, actor, 'tours.openInvitation', id)));

/** Day by day, for guests and hosts. @throws Problem platform.notFound, tours.cancelled, tours.noPlan */
export const openProgramme = async (trx: Db, actor: Actor, id: string, reply: FastifyReply) =>
  answer(reply, 'programme', printProgramme(await paperOf(trx, actor, 'tours.openProgramme', id)));
