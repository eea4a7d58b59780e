import type { Shipment } from '@jiechuan/contract';
import { expect, test } from 'vitest';
import { changeOf, legsIn, partiesOf, withLeg, withoutLeg } from './parties-values.ts';

const hub = (id: string, zone: string) => ({ id, code: id, names: {}, country: 'CN', zone });
const chengdu = hub('chengdu', 'Asia/Shanghai');
const lodz = hub('lodz', 'Europe/Warsaw');
const budapest = hub('budapest', 'Europe/Budapest');
const hubs = [chengdu, lodz, budapest];
const shipment = {
  consignee: { id: 'buyer', names: {} },
  carrier: null,
  road: [
    {
      mode: 'rail',
      from: chengdu,
      to: lodz,
      serviceId: 'weekly',
      departsAt: '2026-12-01T02:00:00.000Z',
      arrivesAt: '2026-12-13T06:30:00.000Z',
    },
  ],
} as unknown as Shipment;

test('times stand by the clocks of their hubs, and what is not changed is sent as it was', () => {
  const values = partiesOf(shipment);
  expect(values).toMatchObject({
    'road.0.departsAt': '2026-12-01T10:00',
    'road.0.arrivesAt': '2026-12-13T07:30',
  });
  expect(changeOf(values, hubs)).toEqual({
    consigneeOrganisationId: 'buyer',
    carrierOrganisationId: null,
    road: [
      {
        mode: 'rail',
        fromHubId: 'chengdu',
        toHubId: 'lodz',
        serviceId: 'weekly',
        departsAt: '2026-12-01T02:00:00.000Z',
        arrivesAt: '2026-12-13T06:30:00.000Z',
      },
    ],
  });
});

test('a leg goes on from where the last one ends; taken out, the others move up', () => {
  const two = withLeg(partiesOf(shipment));
  expect(legsIn(two)[1]).toMatchObject({ mode: 'rail', fromHubId: 'lodz', toHubId: '', service: '' });
  const left = withoutLeg({ ...two, 'road.1.toHubId': 'budapest' }, 0);
  expect(legsIn(left)).toMatchObject([{ fromHubId: 'lodz', toHubId: 'budapest' }]);
  expect(left['consigneeOrganisationId']).toBe('buyer');
  expect(legsIn(withLeg({}))).toMatchObject([{ mode: 'road', fromHubId: '' }]);
});

test('another way is not that service any more', () => {
  const values = partiesOf(shipment);
  const serviceOf = (change: Record<string, string>) =>
    changeOf({ ...values, ...change }, hubs).road![0]!.serviceId;
  expect(serviceOf({ 'road.0.departsAt': '2026-12-02T10:00' })).toBe('weekly');
  expect(serviceOf({ 'road.0.toHubId': 'budapest' })).toBeNull();
  expect(serviceOf({ 'road.0.mode': 'road' })).toBeNull();
});

test('what is no time is sent as it was typed, to be refused by name', () => {
  const values = { ...partiesOf(shipment), 'road.0.departsAt': 'soon', 'road.0.toHubId': '' };
  expect(changeOf(values, hubs).road![0]).toMatchObject({ departsAt: 'soon', toHubId: '' });
});
