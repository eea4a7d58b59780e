import { expect, test } from 'vitest';
import { partsOf } from './keep-page.ts';

test('a page’s parts are what it names and what was loaded for it, of this site alone', () => {
  const html = `<link rel="stylesheet" href="/assets/root-x1.css"><link rel="icon" href="/seal.svg">
    <script nonce="n">import "/assets/manifest-5c.js"; import * as r from "/assets/root-a_b.js";</script>
    <a href="/gatherings">…</a> <a href="/assets/../api/v1/me">`;
  const loaded = [
    'https://ship.example/assets/root-a_b.js',
    'https://ship.example/assets/zh-CN-7.js',
    'https://ship.example/api/v1/gatherings',
    'https://elsewhere.example/assets/other.js',
  ];
  expect(partsOf(html, loaded, 'https://ship.example')).toEqual([
    '/assets/root-x1.css',
    '/seal.svg',
    '/assets/manifest-5c.js',
    '/assets/root-a_b.js',
    '/assets/zh-CN-7.js',
  ]);
});
