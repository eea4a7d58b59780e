import { expect, test } from 'vitest';
import { readConfig } from './config.ts';

test('a variable that is set to nothing is one that isn’t set', () => {
  const names = [
    'PORT',
    'HOST',
    'DATABASE_URL',
    'JIECHUAN_DATA',
    'JIECHUAN_URL',
    'SMTP_URL',
    'MAIL_FROM',
    'FILES_URL',
    'SEAL_P12',
    'JIECHUAN_RATE_LIMIT',
    'JIECHUAN_SIGN_IN_LIMIT',
    'TRUST_PROXY',
    'METRICS_TOKEN',
  ];
  const unset = readConfig({});
  for (const name of names) expect(readConfig({ [name]: '' }), name).toEqual(unset);
  expect(readConfig(Object.fromEntries(names.map((name) => [name, ''])))).toEqual(unset);
  expect(readConfig({ PORT: '4100' })).not.toEqual(unset);
});

test('what can’t be read is refused by its name', () => {
  const refused = { PORT: 'x', JIECHUAN_URL: 'ship', DATABASE_URL: 'mysql://x', JIECHUAN_RATE_LIMIT: '0.5' };
  for (const [name, value] of Object.entries(refused))
    expect(() => readConfig({ [name]: value })).toThrow(name);
});
