import type { Page } from '@playwright/test';
import { awake, expect, forget, listen, test } from './people.ts';

const texts = (en: string) => ({ 'zh-CN': '示范', en });

/** An announced gathering that the secretariat keeps. */
async function announced(
  desk: Page,
): Promise<{ id: string; version: number; body: Record<string, unknown> }> {
  const starts = Date.now() + 30 * 86_400_000;
  const body = {
    kind: 'opening',
    names: texts('Door without a net'),
    about: texts('Demo'),
    place: texts('Hall'),
    city: 'Chengdu',
    country: 'CN',
    zone: 'Asia/Shanghai',
    startsAt: new Date(starts).toISOString(),
    endsAt: new Date(starts + 3_600_000).toISOString(),
    capacity: 10,
    languages: ['zh-CN'],
    programme: [],
    matchmaking: null,
  };
  const made = await desk.request.post('/api/v1/gatherings', { data: body });
  const { id, version } = (await made.json()) as { id: string; version: number };
  const moved = await desk.request.put(`/api/v1/gatherings/${id}/state`, {
    data: { to: 'announced' },
    headers: { 'if-match': `"${version}"` },
  });
  return { id, body, version: ((await moved.json()) as { version: number }).version };
}

/** Somebody who is approved: where their badge is, and what its code says. */
async function approvedGuest(
  { host, guest, id }: { host: Page; guest: Page; id: string },
  person = 'Li Lei',
): Promise<{ code: string }> {
  const asked = await guest.request.post(`/api/v1/gatherings/${id}/registrations`, { data: { person } });
  const registration = ((await asked.json()) as { id: string }).id;
  await host.request.post(`/api/v1/gathering-registrations/${registration}/answer`, {
    data: { answer: 'approved' },
  });
  const badge = await guest.request.get(`/api/v1/gathering-registrations/${registration}/badge`);
  return { code: ((await badge.json()) as { code: string }).code };
}

test('the check-in page opens without a connection, keeps what is scanned, and is left to nobody else', async ({
  openAs,
}, info) => {
  const [host, guest] = [await openAs('secretariat'), await openAs('enterprise')];
  const { id, body, version } = await announced(host);
  const { code } = await approvedGuest({ host, guest, id });

  // Come to by a link inside the site, as hosts do: the page was never loaded from its own address.
  const said = listen(host);
  await host.goto(`/gatherings/${id}`);
  await awake(host);
  await host.getByRole('link', { name: 'Check-in', exact: true }).click();
  const door = `/gatherings/${id}/check-in`;
  await host.waitForURL(`**${door}`);
  await expect(host.getByText('This page is kept on this phone for a day')).toBeVisible();
  const worker = await host.request.get('/check-in-worker.js');
  expect(worker.headers()).toMatchObject({
    'cache-control': 'no-cache',
    'content-security-policy': "default-src 'none'; connect-src 'self'",
  });

  // With a connection it is the server's page, never the kept one.
  await host.request.put(`/api/v1/gatherings/${id}`, {
    data: { ...body, names: texts('Door with a new name') },
    headers: { 'if-match': `"${version}"` },
  });
  await host.reload();
  await awake(host);
  await expect(host.getByRole('link', { name: 'Door with a new name' })).toBeVisible();
  await expect(host.getByText('This page is kept on this phone for a day')).toBeVisible();
  expect(said).toEqual([]);

  await host.context().setOffline(true);
  await host.reload();
  await awake(host);
  await expect(host.getByRole('link', { name: 'Door with a new name' })).toBeVisible();
  await host.getByLabel('Code of the badge').fill(code);
  await host.getByRole('button', { name: 'Check in' }).click();
  await expect(host.getByText('1 to be sent')).toBeVisible();
  await host.reload();
  await awake(host);
  await expect(host.getByText('1 to be sent')).toBeVisible();
  await host.screenshot({ path: info.outputPath('offline.png'), fullPage: true });
  // Nothing but this page is kept.
  const tab = await host.context().newPage();
  await expect(tab.goto(`/gatherings/${id}`)).rejects.toThrow('ERR_INTERNET_DISCONNECTED');
  await tab.close();
  await host.context().setOffline(false);
  await expect(host.getByText('Everything is sent')).toBeVisible({ timeout: 30_000 });
  await expect(host.getByText('1 are in')).toBeVisible();
  await expect(host.getByText('Li Lei')).toBeVisible();

  // Signed out, it is gone: without a connection there is nothing to see.
  forget('secretariat');
  await host.getByRole('button', { name: 'Sign out' }).click();
  await host.waitForURL((url) => url.pathname === '/');
  await awake(host);
  await expect.poll(() => host.evaluate(() => caches.keys())).toEqual([]);
  await host.context().setOffline(true);
  await expect(host.goto(door)).rejects.toThrow(/ERR_(FAILED|INTERNET_DISCONNECTED)/);
  await host.context().setOffline(false);
});

test('a kept page is forgotten when somebody else signs in, and when the session ends elsewhere', async ({
  openAs,
}) => {
  const host = await openAs('secretariat');
  const { id } = await announced(host);
  const door = `/gatherings/${id}/check-in`;
  const kept = () => host.evaluate(() => caches.keys());
  await host.goto(door);
  await expect(host.getByText('This page is kept on this phone for a day')).toBeVisible();
  expect(await kept()).toHaveLength(1);
  // Another's session in the same browser: any page of theirs forgets it.
  const other = await openAs('enterprise');
  const mine = await host.context().cookies();
  await host.context().addCookies(await other.context().cookies());
  await host.goto('/gatherings');
  await expect.poll(kept).toEqual([]);
  expect((await host.goto(door))!.status()).toBe(403);

  await host.context().addCookies(mine);
  await host.goto(door);
  await expect(host.getByText('This page is kept on this phone for a day')).toBeVisible();
  await host.context().clearCookies();
  await host.goto(door);
  await host.waitForURL(/sign-in/);
  await expect.poll(kept).toEqual([]);
});

test('a badge is read by the camera where the browser itself reads no codes, without a connection too', async ({
  openAs,
}) => {
  const [host, guest] = [await openAs('secretariat'), await openAs('enterprise')];
  const { id } = await announced(host);
  await approvedGuest({ host, guest, id }, 'Han Meimei');
  await guest.goto(`/gatherings/${id}/badge`);
  const badge = (await guest.locator('main img, main svg').first().screenshot()).toString('base64');
  // The camera sees the badge as it is shown; nothing but the camera is stood in for.
  await host.addInitScript((png) => {
    Reflect.deleteProperty(window, 'BarcodeDetector');
    navigator.mediaDevices.getUserMedia = async () => {
      const bytes = Uint8Array.from(atob(png), (letter) => letter.charCodeAt(0));
      const picture = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
      const canvas = Object.assign(document.createElement('canvas'), { width: 640, height: 480 });
      const brush = canvas.getContext('2d')!;
      setInterval(() => {
        brush.fillStyle = 'white';
        brush.fillRect(0, 0, 640, 480);
        brush.drawImage(picture, 180, 100, 280, 280);
      }, 50);
      return canvas.captureStream(20);
    };
  }, badge);
  const said = listen(host);
  await host.goto(`/gatherings/${id}/check-in`);
  await expect(host.getByText('This page is kept on this phone for a day')).toBeVisible();
  await host.context().setOffline(true);
  await host.reload();
  await awake(host);
  await host.getByRole('button', { name: 'Scan by camera' }).click();
  await expect(host.getByText('1 to be sent')).toBeVisible();
  await host.getByRole('button', { name: 'Camera off' }).click();
  await host.context().setOffline(false);
  await expect(host.getByText('Everything is sent')).toBeVisible({ timeout: 30_000 });
  await expect(host.getByText('Han Meimei')).toBeVisible();
  await expect(host.getByText('1 are in')).toBeVisible();
  expect(said.filter((one) => !one.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([]);
});
