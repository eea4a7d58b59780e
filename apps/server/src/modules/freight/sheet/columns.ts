import type { ServiceSheetColumn } from '@jiechuan/contract';
import {
  cellText,
  currencyDigits,
  neutralise,
  readInteger,
  readScaled,
  readYesNo,
  writeScaled,
} from '../../catalogue/index.ts';
import type { ServiceRow } from '../tables.ts';

/** A service as its row of the sheet has it, before it is held against the contract. */
export type Draft = Record<string, unknown>;

/** A row of the database with the keys of its ends. */
export type SheetService = ServiceRow & { from_code: string; to_code: string };

/** One column: what an empty cell means, how a cell is read, how a service is written. */
interface Column {
  column: ServiceSheetColumn;
  /** Where the value belongs in the draft. */
  path: readonly string[];
  /** @throws CellProblem */
  read(cell: string, currency: string): unknown;
  write(service: SheetService): string;
}

const text = (cell: string): string => cell;
const or = (value: string | number | null): string => (value === null ? '' : String(value));
const yesNo = (value: boolean): string => (value ? 'yes' : 'no');
const list = (cell: string): string[] => cell.split(/[\s;,、，；]+/).filter(Boolean);
const money = (column: 'perKg' | 'perM3' | 'perContainer' | 'minimum'): Column => ({
  column,
  path: ['tariff', column],
  read: (cell, currency) => readScaled(cell, currencyDigits(currency)),
  write({ tariff }) {
    const value = tariff[column];
    return value === null ? '' : writeScaled(value, currencyDigits(tariff.currency));
  },
});
const plain = (
  column: ServiceSheetColumn,
  write: (service: SheetService) => string,
  read: Column['read'] = text,
): Column => ({ column, path: [column], read, write });

/** The columns in the order of the sheet. */
export const columns: readonly Column[] = [
  plain('code', ({ code }) => code),
  plain('from', (service) => service.from_code),
  plain('to', (service) => service.to_code),
  plain('mode', ({ mode }) => mode),
  plain(
    'weekdays',
    ({ weekdays }) => weekdays.join(' '),
    (cell) => list(/^\d{2,7}$/.test(cell) ? [...cell].join(' ') : cell).map(readInteger),
  ),
  plain(
    'departure',
    ({ departure }) => departure,
    (cell) => cell.replace(/^(\d):/, '0$1:'),
  ),
  plain('durationMinutes', (service) => String(service.duration_minutes), readInteger),
  plain('distanceKm', (service) => or(service.distance_km), readInteger),
  plain('operator', (service) => neutralise(or(service.operator)), cellText),
  { column: 'currency', path: ['tariff', 'currency'], read: text, write: ({ tariff }) => tariff.currency },
  money('perKg'),
  money('perM3'),
  money('perContainer'),
  money('minimum'),
  {
    column: 'reeferSurchargePercent',
    path: ['tariff', 'reeferSurchargePermille'],
    read: (cell) => readScaled(cell, 1),
    write: ({ tariff }) => writeScaled(tariff.reeferSurchargePermille, 1),
  },
  plain('temperatureClasses', (service) => service.temperature_classes.join(' '), list),
  plain('batteries', ({ batteries }) => yesNo(batteries), readYesNo),
  plain('dangerous', ({ dangerous }) => yesNo(dangerous), readYesNo),
  plain('capacityKg', (service) => or(service.capacity_kg), readInteger),
  plain('validFrom', (service) => service.valid_from),
  plain('validUntil', (service) => or(service.valid_until)),
  {
    column: 'sourceTitle',
    path: ['source', 'title'],
    read: cellText,
    write: ({ source }) => neutralise(source.title),
  },
  { column: 'sourceUrl', path: ['source', 'url'], read: text, write: ({ source }) => or(source.url) },
  { column: 'sourceDate', path: ['source', 'date'], read: text, write: ({ source }) => or(source.date) },
  plain('confidence', ({ confidence }) => confidence),
  plain('scheduleConfidence', (service) => service.schedule_confidence),
  plain('priceConfidence', (service) => service.price_confidence),
  plain('note', (service) => neutralise(or(service.note)), cellText),
  plain('state', ({ state }) => state),
];

/** What an empty cell stands for; a column not named here must be filled. */
export const emptyMeans: Readonly<Partial<Record<ServiceSheetColumn, unknown>>> = {
  distanceKm: null,
  operator: null,
  perKg: null,
  perM3: null,
  perContainer: null,
  minimum: 0,
  reeferSurchargePercent: 0,
  capacityKg: null,
  validUntil: null,
  sourceUrl: null,
  sourceDate: null,
  note: null,
  state: 'active',
};

/** The column that a finding of the contract speaks of. */
export const columnOfPath = (path: readonly PropertyKey[]): ServiceSheetColumn =>
  columns.find((one) => one.path.every((part, at) => path[at] === part))?.column ??
  (path[0] === 'tariff' ? 'perKg' : 'code');
