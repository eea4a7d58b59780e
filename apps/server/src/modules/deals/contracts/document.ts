import { readFileSync } from 'node:fs';
import path from 'node:path';
import { amountOf, type ContractKind, type ContractTerms } from '@jiechuan/contract';
import { renderSVG } from 'uqr';
import { paperFonts, typeset } from '../../../platform/print/typeset.ts';
import { clauses, sayIn, type Section } from './clauses.ts';
import { deltasOf } from './deltas.ts';
import { amountIn } from './money.ts';

const template = readFileSync(path.join(import.meta.dirname, 'contract.typ'), 'utf8');

export interface DocumentParty {
  names: Record<string, string>;
  country: string;
  /** Credit code or local register number. */
  register: string | null;
}

export interface DocumentInput {
  number: string;
  /** Grows with each change, so that no two papers of a contract are the same bytes. */
  edition: number;
  kind: ContractKind;
  terms: ContractTerms;
  seller: DocumentParty;
  buyer: DocumentParty;
  /** What it amends, as signed. */
  amends: { number: string; terms: ContractTerms; documentSha256: string } | null;
  draft: boolean;
  /** Page of verification with the contract's number and code in it. */
  verifyAddress: string;
  at: Date;
}

const roles: Record<ContractKind, readonly [string, string]> = {
  intent: ['a', 'b'],
  framework: ['seller', 'buyer'],
  purchase: ['seller', 'buyer'],
  agency: ['principal', 'agent'],
  service: ['provider', 'client'],
};

/** An address as a code to scan, black on white whatever the page is. */
export const qrOf = (address: string): string => renderSVG(address, { ecc: 'M', border: 2 });

/** A contract as PDF in Chinese and its other language. The same input gives the same bytes. */
export function printContract(input: DocumentInput): Buffer {
  const { number, kind, terms, amends, verifyAddress } = input;
  const say = sayIn(terms.language);
  const heading = say(amends ? 'title.amendment' : `title.${kind}`);
  const parties = [input.seller, input.buyer].map((party, at) => ({
    role: say(`party.${roles[kind][at]}`),
    names: bothNames(party.names, terms.language),
    lines: [
      `${say('party.country').join(' ')}: ${countryNames(party.country, terms.language)}`,
      ...(party.register === null ? [] : [`${say('party.register').join(' ')}: ${party.register}`]),
    ],
  }));
  const data = {
    title: `${heading[0]} ${number}`,
    author: '借船 Jiechuan',
    lang: 'zh',
    other: terms.language,
    fonts: paperFonts,
    kicker: `借船 Jiechuan · ${heading.join(' / ')} · ${number} · v${input.edition}`,
    draft: input.draft ? say('draftMark').join(' · ') : null,
    heading,
    number: `${say('number').join(' ')} ${number}`,
    warning: kind === 'intent' && !amends ? say('clause.nonBinding') : null,
    parties,
    sections: amends ? amendment(input, amends) : clauses(kind, terms, say),
    qr: input.draft ? null : qrOf(verifyAddress),
    address: verifyAddress,
    footer: input.draft ? say('draftMark') : say('page.verify', () => ({ address: verifyAddress })),
    signFor: say('sign.for'),
    signHere: say('sign.here'),
  };
  return typeset(template, data, input.at);
}

function amendment({ terms, kind }: DocumentInput, amends: NonNullable<DocumentInput['amends']>): Section[] {
  const say = sayIn(terms.language);
  const [zh, other] = ['zh-CN', terms.language].map((language) =>
    deltasOf(amends.terms, terms, language),
  ) as [ReturnType<typeof deltasOf>, ReturnType<typeof deltasOf>];
  const amounts = {
    before: amountIn(amountOf(amends.terms), amends.terms.currency),
    after: amountIn(amountOf(terms), terms.currency),
  };
  const paragraphs = [
    say('clause.changes', () => ({ number: amends.number, digest: amends.documentSha256 })),
    ...(amounts.before === amounts.after ? [] : [say('clause.delta', () => amounts)]),
  ];
  return [
    {
      heading: say('head.changes'),
      paragraphs,
      table: {
        columns: ['term', 'before', 'after'].map((name) => say(`column.${name}`)),
        widths: [1, 2, 2],
        aligned: ['left', 'left', 'left'],
        rows: zh.map((delta, at) => [
          [delta.term, other[at]!.term],
          [delta.before, other[at]!.before],
          [delta.after, other[at]!.after],
        ]),
      },
    },
    {
      heading: say('head.rest'),
      paragraphs: [say('clause.rest', () => ({ number: amends.number }))],
      table: null,
    },
    ...clauses(kind, terms, say).filter(({ heading }) => heading[0] === say('head.signing')[0]),
  ];
}

/** A party's name in Chinese and in the contract's other language, else in whatever it has. */
export function bothNames(names: Record<string, string>, other: string): string[] {
  const any = Object.values(names)[0] ?? '';
  return [names['zh-CN'] ?? names['en'] ?? any, names[other] ?? names['en'] ?? names['zh-CN'] ?? any];
}

const countryNames = (code: string, other: string): string =>
  ['zh-CN', other]
    .map((language) => new Intl.DisplayNames([language], { type: 'region' }).of(code) ?? code)
    .join(' ');
