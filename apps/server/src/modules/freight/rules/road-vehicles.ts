import type { FactSource, TransportMode } from '@jiechuan/contract';

/** HS headings of buses, cars and trucks. */
const headings = new Set(['8702', '8703', '8704']);

/** Whether goods are road vehicles, which count as one thing with the batteries and the fuel in them. */
export const isRoadVehicle = (hs6: string | null): boolean => headings.has(hs6?.slice(0, 4) ?? '');

/**
 * The modes by which road vehicles that are carried are not handled as dangerous goods, though they are so by their UN
 * number (3171, 3556): while nothing leaks, no battery travels loose and the charge is within limits. By sea that
 * depends on the deck, by air it is never so.
 */
export const vehiclesFreedBy: Readonly<Partial<Record<TransportMode, FactSource>>> = {
  rail: {
    title: '国铁运输监〔2023〕4号（关于支持新能源商品汽车铁路运输 服务新能源汽车产业发展的意见）',
    url: 'http://ce.cjcn.com/ce/20230130/013028598.html',
    date: '2023-01-30',
  },
  road: {
    title: 'ADR 2025, 3.3.1, special provision 666',
    url: 'https://www.gefahrgutbrumme.de/ADR2025/SV/SV666.html',
    date: '2025-01-01',
  },
};
