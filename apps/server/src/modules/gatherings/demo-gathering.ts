import type { GatheringInput, ProgrammeItem } from '@jiechuan/contract';
import { randomBytes } from 'node:crypto';
import { v7 } from 'uuid';
import type { Db } from '../../platform/db/database.ts';
import { addDays, today } from '../../platform/today.ts';
import { slotsOf } from './meetings/slots.ts';
import { gatherings } from './tables.ts';

const item = (
  minute: number,
  minutes: number,
  room: string,
  [zh, en, ru]: [string, string, string],
): ProgrammeItem => ({
  minute,
  minutes,
  titles: { 'zh-CN': zh, en, ru },
  room,
  language: 'zh-CN',
  interpreter: '中文 ⇄ English ⇄ русский',
});

/** Whom a demo organisation is, as far as the demo fair needs it. */
interface Guest {
  id: string;
  kind: string;
}

const matchmaking: NonNullable<GatheringInput['matchmaking']> = {
  minute: 60,
  slotMinutes: 20,
  pauseMinutes: 5,
  morningSlots: 5,
  noonMinutes: 75,
  afternoonSlots: 6,
  tables: 8,
};

/**
 * Two fairs to look at: an announced one, five weeks ahead, to which some made-up members come and wish to meet each
 * other, and one that is over, with what came of its meetings.
 */
export async function insertDemoGathering(trx: Db, organisations: readonly Guest[]): Promise<void> {
  const some = (kind: string, count: number) =>
    organisations.filter((one) => one.kind === kind).slice(0, count);
  const [makers, buyers] = [some('enterprise', 8), some('merchant', 6)];
  const next = await insertFair(trx, addDays(today(), 35), 'announced');
  const last = await insertFair(trx, addDays(today(), -20), 'closed');
  if (makers.length + buyers.length === 0) return;
  for (const id of [next, last]) await insertGuests(trx, id, [...makers, ...buyers]);
  const wishes = buyers.flatMap((buyer, row) =>
    makers.map((maker, column) => ({
      id: v7(),
      gathering_id: next,
      from_id: buyer.id,
      to_id: maker.id,
      kind: (row + column) % 5 === 0 ? ('must' as const) : ('want' as const),
      why: null,
      answer: (row + column) % 4 === 3 ? null : ('accepted' as const),
    })),
  );
  if (wishes.length > 0) await gatherings(trx).insertInto('gathering_wish').values(wishes).execute();
  await insertMet(trx, last, { makers, buyers });
}

/** @returns its id */
async function insertFair(trx: Db, day: string, state: 'announced' | 'closed'): Promise<string> {
  const id = v7();
  await gatherings(trx)
    .insertInto('gathering')
    .values({
      id,
      organisation_id: null,
      kind: 'fair',
      names: JSON.stringify({
        'zh-CN': '示范对接会',
        en: 'Demo matchmaking fair',
        ru: 'Демонстрационная биржа контактов',
      }),
      about: JSON.stringify({
        'zh-CN': '川渝企业与海外采购商当面洽谈。这是示范数据：参会者与意愿都是虚构的。',
        en: 'Enterprises of Sichuan and Chongqing meet buyers from abroad. Demo data: guests and wishes are made up.',
        ru: 'Предприятия Сычуани и Чунцина встречаются с зарубежными покупателями. Демонстрационные данные: гости и пожелания вымышлены.',
      }),
      place: JSON.stringify({
        'zh-CN': '示范展馆，二层',
        en: 'Demo hall, second floor',
        ru: 'Демонстрационный зал, второй этаж',
      }),
      city: '成都 Chengdu',
      country: 'CN',
      zone: 'Asia/Shanghai',
      starts_at: new Date(`${day}T01:00:00Z`),
      ends_at: new Date(`${day}T09:00:00Z`),
      capacity: 60,
      languages: ['zh-CN', 'en', 'ru'],
      state,
      programme: JSON.stringify([
        item(0, 20, 'A', ['开幕', 'Opening', 'Открытие']),
        item(20, 40, 'A', ['市场与通关简介', 'Markets and customs in brief', 'Рынки и таможня кратко']),
        item(60, 120, 'B', ['上午洽谈', 'Meetings, morning', 'Встречи, утро']),
        item(255, 150, 'B', ['下午洽谈', 'Meetings, afternoon', 'Встречи, день']),
        item(420, 60, 'A', ['交流酒会', 'Reception', 'Приём']),
      ]),
      matchmaking: JSON.stringify(matchmaking),
      interpreters: JSON.stringify([
        { between: ['en', 'zh'], count: 2 },
        { between: ['ru', 'zh'], count: 2 },
      ]),
      demo: true,
    })
    .execute();
  return id;
}

async function insertGuests(trx: Db, gatheringId: string, guests: readonly Guest[]): Promise<void> {
  await gatherings(trx)
    .insertInto('gathering_registration')
    .values(
      guests.map((guest, at) => ({
        id: v7(),
        gathering_id: gatheringId,
        organisation_id: guest.id,
        // Nobody signs in as them.
        user_id: `demo-guest-${guest.id}`,
        person: `Demo guest ${at + 1}`,
        note: null,
        state: 'approved' as const,
        asked_at: new Date(),
        code: randomBytes(18).toString('base64url'),
        rating: null,
        feedback: null,
        calendar_hash: null,
        calendar_language: null,
      })),
    )
    .execute();
}

/** Each buyer met one maker after the other; most of them said what came of it. */
async function insertMet(
  trx: Db,
  gatheringId: string,
  { makers, buyers }: { makers: readonly Guest[]; buyers: readonly Guest[] },
): Promise<void> {
  const { starts_at } = await gatherings(trx)
    .selectFrom('gathering')
    .select('starts_at')
    .where('id', '=', gatheringId)
    .executeTakeFirstOrThrow();
  const slots = slotsOf(starts_at, matchmaking).slice(0, Math.min(4, makers.length));
  const meetings = buyers.flatMap((buyer, row) =>
    slots.map((slot, turn) => {
      // As in a round: at no time has a maker two buyers, while there are as many makers as buyers.
      const maker = makers[(row + turn) % makers.length]!;
      const [a_id, b_id] = [buyer.id, maker.id].toSorted();
      return {
        id: v7(),
        gathering_id: gatheringId,
        a_id: a_id!,
        b_id: b_id!,
        slot: slot.number,
        table_number: row + 1,
        starts_at: new Date(slot.startsAt),
        ends_at: new Date(slot.endsAt),
        state: 'planned' as const,
        sequence: 0,
      };
    }),
  );
  if (meetings.length === 0 || makers.length < buyers.length) return;
  await gatherings(trx).insertInto('gathering_meeting').values(meetings).execute();
  const outcomes = meetings.flatMap(({ id, a_id, b_id, slot }, at) => {
    if (at % 5 === 4) return [];
    const missed = at % 7 === 6;
    const told = {
      meeting_id: id,
      gathering_id: gatheringId,
      came: missed ? ('missed' as const) : ('met' as const),
      told_by: 'Demo guest',
      told_at: new Date(starts_at.getTime() + (9 + slot) * 3_600_000),
    };
    const next = {
      next_what: '寄样品并报价 · Send samples and a price',
      next_who: 'Demo guest',
      next_due: addDays(today(), (at % 4) * 5 - 5),
    };
    return [
      {
        ...told,
        organisation_id: a_id,
        text: missed ? '' : '对方希望先看样品。Samples are wanted first.',
        ...(!missed && at % 2 === 0 && next),
      },
      ...(at % 3 === 0 ? [{ ...told, organisation_id: b_id, text: '' }] : []),
    ];
  });
  await gatherings(trx)
    .insertInto('gathering_outcome')
    .values(outcomes.map((one) => ({ next_what: null, next_who: null, next_due: null, ...one })))
    .execute();
}
