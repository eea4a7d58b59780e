import type { ProblemDocument } from '@jiechuan/contract';
import type { Attempt } from '../../platform/reader.ts';

/**
 * Sends a product list to the API. `fetch` doesn't tell how far it is, so this is the older way.
 * @param onProgress part sent, 0–1
 * @throws TypeError when the connection is lost
 */
export function sendFile(
  file: File,
  language: string,
  onProgress: (part: number) => void,
): Promise<Attempt<{ id: string }>> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', '/api/v1/imports');
    request.responseType = 'json';
    request.setRequestHeader('accept-language', language);
    request.setRequestHeader('idempotency-key', crypto.randomUUID());
    request.upload.addEventListener('progress', ({ loaded, total }) =>
      onProgress(total > 0 ? loaded / total : 0),
    );
    request.addEventListener('error', () => reject(new TypeError('connection lost')));
    request.addEventListener('load', () => {
      if (request.status === 201) resolve({ ok: true, value: request.response as { id: string } });
      else resolve({ ok: false, problem: request.response as ProblemDocument });
    });
    const form = new FormData();
    form.append('file', file, file.name);
    request.send(form);
  });
}
