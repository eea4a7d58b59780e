import type { GatheringInput, ProgrammeItem } from '@jiechuan/contract';
import { randomBytes } from 'node:crypto';
import { v7 } from 'uuid';
import type { Db } from '../../platform/db/database.ts';
import { addDays, today } from '../../platform/today.ts';
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

/** An announced fair to look at, five weeks ahead: some made-up members come and wish to meet each other. */
export async function insertDemoGathering(trx: Db, organisations: readonly Guest[]): Promise<void> {
  const id = v7();
  const day = addDays(today(), 35);
  const matchmaking: GatheringInput['matchmaking'] = {
    minute: 60,
    slotMinutes: 20,
    pauseMinutes: 5,
    morningSlots: 5,
    noonMinutes: 75,
    afternoonSlots: 6,
    tables: 8,
  };
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
      state: 'announced',
      programme: JSON.stringify([
        item(0, 20, 'A', ['开幕', 'Opening', 'Открытие']),
        item(20, 40, 'A', ['市场与通关简介', 'Markets and customs in brief', 'Рынки и таможня кратко']),
        item(60, 120, 'B', ['上午洽谈', 'Meetings, morning', 'Встречи, утро']),
        item(255, 150, 'B', ['下午洽谈', 'Meetings, afternoon', 'Встречи, день']),
        item(420, 60, 'A', ['交流酒会', 'Reception', 'Приём']),
      ]),
      matchmaking: JSON.stringify(matchmaking),
      demo: true,
    })
    .execute();
  const some = (kind: string, count: number) =>
    organisations.filter((one) => one.kind === kind).slice(0, count);
  const [makers, buyers] = [some('enterprise', 8), some('merchant', 6)];
  const guests = [...makers, ...buyers];
  if (guests.length === 0) return;
  await gatherings(trx)
    .insertInto('gathering_registration')
    .values(
      guests.map((guest, at) => ({
        id: v7(),
        gathering_id: id,
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
  const wishes = buyers.flatMap((buyer, row) =>
    makers.map((maker, column) => ({
      id: v7(),
      gathering_id: id,
      from_id: buyer.id,
      to_id: maker.id,
      kind: (row + column) % 5 === 0 ? ('must' as const) : ('want' as const),
      why: null,
      answer: (row + column) % 4 === 3 ? null : ('accepted' as const),
    })),
  );
  if (wishes.length > 0) await gatherings(trx).insertInto('gathering_wish').values(wishes).execute();
}
