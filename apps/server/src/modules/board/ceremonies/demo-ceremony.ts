import type { AgendaItem } from '@jiechuan/contract';
import { v7 } from 'uuid';
import type { Db } from '../../../platform/db/database.ts';
import { addDays, today } from '../../../platform/today.ts';
import { ceremonies } from './tables.ts';

const item = (minute: number, zh: string, en: string, ru: string): AgendaItem => ({
  minute,
  titles: { 'zh-CN': zh, en, ru },
  speaker: null,
});

/** An announced ceremony to look at, a month ahead; it names nobody, and nobody has entered a contract. */
export async function insertDemoCeremony(trx: Db): Promise<void> {
  const day = addDays(today(), 30);
  await ceremonies(trx)
    .insertInto('ceremony')
    .values({
      id: v7(),
      names: JSON.stringify({
        'zh-CN': '示范签约仪式',
        en: 'Demo signing ceremony',
        ru: 'Демонстрационная церемония подписания',
      }),
      place: JSON.stringify({
        'zh-CN': '成都，示范大厅',
        en: 'Chengdu, demo hall',
        ru: 'Чэнду, демонстрационный зал',
      }),
      zone: 'Asia/Shanghai',
      starts_at: new Date(`${day}T01:30:00Z`),
      ends_at: new Date(`${day}T04:00:00Z`),
      state: 'announced',
      agenda: JSON.stringify([
        item(0, '开场', 'Opening', 'Открытие'),
        item(20, '参展产品介绍', 'The products that are shown', 'Представление продукции'),
        item(45, '签约', 'Signing', 'Подписание'),
        item(120, '合影与交流', 'Photographs and talks', 'Фотографии и беседы'),
      ]),
      demo: true,
    })
    .execute();
}
