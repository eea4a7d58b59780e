import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { contractLanguages, proofMethods } from '@jiechuan/contract';
import { paperFonts, typeset } from '../../../platform/print/typeset.ts';
import { sayIn } from './clauses.ts';
import { qrOf } from './document.ts';

const template = readFileSync(path.join(import.meta.dirname, 'certificate.typ'), 'utf8');

/** What happened to a document, in order. */
export interface CertificateEvent {
  at: Date;
  what: 'drafted' | 'issued' | 'signed' | 'sealed';
  /** A person and for whom; a text in both languages. */
  who: string[];
  method: (typeof proofMethods)[number] | null;
  /** Network address, its last part cut off. */
  address: string | null;
}

/** The page that goes behind a signed document. */
export function printCertificate(input: {
  number: string;
  language: (typeof contractLanguages)[number];
  documentSha256: string;
  bytes: number;
  events: readonly CertificateEvent[];
  verifyAddress: string;
  at: Date;
}): Buffer {
  const say = sayIn(input.language);
  return typeset(
    template,
    {
      title: `${say('certificate.title')[0]} ${input.number}`,
      author: '借船 Jiechuan',
      lang: 'zh',
      other: input.language,
      fonts: paperFonts,
      heading: say('certificate.title'),
      qr: qrOf(input.verifyAddress),
      address: input.verifyAddress,
      facts: [
        [say('certificate.document'), input.number],
        [
          say('certificate.digest'),
          [input.documentSha256.slice(0, 32), input.documentSha256.slice(32)].join('\u200b'),
        ],
        ['', say('certificate.bytes', () => ({ bytes: input.bytes }))],
      ],
      columns: ['when', 'what', 'who', 'how', 'address'].map((name) => say(`certificate.${name}`)),
      rows: input.events.map((event) => [
        event.at.toISOString().slice(0, 19).replace('T', ' '),
        say(`certificate.${event.what}`),
        event.who,
        event.method === null ? '–' : say(`method.${event.method}`),
        event.address ?? '–',
      ]),
      note: say('certificate.note'),
    },
    input.at,
  );
}

/** An address with its last part cut off: /24 of IPv4, /48 of IPv6. */
export function cutAddress(ip: string): string {
  const v4 = /^(?:::ffff:)?(\d+\.\d+\.\d+)\.\d+$/i.exec(ip);
  if (v4) return `${v4[1]}.0/24`;
  const [head = ''] = ip.split('::');
  const parts = head.split(':').filter(Boolean).slice(0, 3);
  return ip.includes(':') ? `${parts.join(':')}::/48` : '–';
}
