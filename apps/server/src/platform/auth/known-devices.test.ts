import { expect, test } from 'vitest';
import { createKnownDevices, knownFor } from './known-devices.ts';

const at = (seconds: number, secret = 'a secret') => createKnownDevices(secret, () => seconds * 1000);
const start = 1_800_000_000;

test('a browser is known for the account that signed in, however the address was spelt, for a year', () => {
  const cookie = at(start).remember(undefined, 'Anna@example.org');
  const device = at(start).find(cookie, ' anna@EXAMPLE.org ');
  expect(device).toMatch(/^[\w-]{22}$/);
  expect(at(start + knownFor - 1).find(cookie, 'anna@example.org')).toBe(device);
  expect(at(start + knownFor).find(cookie, 'anna@example.org')).toBeUndefined();
  expect(at(start - 10).find(cookie, 'anna@example.org')).toBeUndefined();
  expect(at(start).find(cookie, 'ben@example.org')).toBeUndefined();
  expect(at(start, 'another').find(cookie, 'anna@example.org')).toBeUndefined();
  expect(at(start).find(undefined, 'anna@example.org')).toBeUndefined();
});

test('it is known for the last four accounts, and nothing else is carried along', () => {
  const devices = at(start);
  let cookie = 'nonsense; Path=/~<script>~';
  for (const name of ['a', 'b', 'c', 'd', 'e']) cookie = devices.remember(cookie, `${name}@example.org`);
  const known = ['a', 'b', 'c', 'd', 'e'].map(
    (name) => devices.find(cookie, `${name}@example.org`) !== undefined,
  );
  expect(known).toEqual([false, true, true, true, true]);
  expect(cookie).toMatch(/^([\w-]+\.[\w-]+\.[\w-]+~?){4}$/);
  const again = devices.remember(cookie, 'e@example.org');
  expect(again.split('~')).toHaveLength(4);
  expect(devices.find(again, 'e@example.org')).not.toBe(devices.find(cookie, 'e@example.org'));
});
