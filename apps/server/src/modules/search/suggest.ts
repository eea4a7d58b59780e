import type { QueryOf, ResponseOf, suggest as endpoint } from '@jiechuan/contract';
import type { Actor } from '../../platform/actor.ts';
import type { Db } from '../../platform/db/database.ts';
import { remembered } from '../../platform/text/bounded-cache.ts';
import { normaliseText } from '../../platform/text/index.ts';
import type { ProductList } from '../catalogue/index.ts';
import type { MemberSearch } from '../members/index.ts';

type Suggestion = ResponseOf<typeof endpoint>['items'][number];

/** Names as they are compared: the same ones come at every key. */
const plain = remembered(20_000, normaliseText);

/** Members and what they offer take at most this many places: the box is asked for products first. */
const mostMembers = 3;
const mostOffers = 2;

/** Names that go on as typed, products first, each name once; last what members offer, and where. */
export async function suggest(
  db: Db,
  actor: Actor,
  { q, limit }: QueryOf<typeof endpoint>,
  { list, members: directory }: { list: ProductList; members: MemberSearch },
): Promise<ResponseOf<typeof endpoint>> {
  const [products, members, offers] = await Promise.all([
    list.suggest(db, q),
    directory.members(db, q, mostMembers),
    directory.offers(db, q, mostOffers, actor.language),
  ]);
  const wording = (names: Record<string, string>): string => nameFor(names, q, actor.language);
  const named = (of: 'product' | 'member', rows: readonly { id: string; names: Record<string, string> }[]) =>
    rows.map(({ id, names }): Suggestion => ({ of, id, text: wording(names) }));
  const others: Suggestion[] = [
    ...named('member', members.items),
    ...offers.map((offer) => ({ of: 'resource' as const, ...offer })),
  ];
  const fromProducts = firstOfEachText(named('product', likeliestFirst(products, q)));
  return {
    items: [...fromProducts.slice(0, Math.max(1, limit - others.length)), ...others].slice(0, limit),
  };
}

/**
 * Names that begin with what was typed before those with a word that begins so, and these before what only means it
 * (a kind's other name, a syllable inside of a name); otherwise as they came.
 */
function likeliestFirst<Row extends { names: Record<string, string> }>(
  rows: readonly Row[],
  q: string,
): Row[] {
  const typed = normaliseText(q);
  const place = ({ names }: Row): number => {
    const all = Object.values(names).map(plain);
    if (all.some((name) => name.startsWith(typed))) return 0;
    return all.some((name) => name.includes(` ${typed}`)) ? 1 : 2;
  };
  return rows
    .map((row) => ({ row, at: place(row) }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ row }) => row);
}

/** The name that has what was typed in it, so that the reader sees why; else the one in the reader's language. */
function nameFor(names: Record<string, string>, q: string, language: string): string {
  const typed = normaliseText(q);
  const having = Object.values(names).find((name) => plain(name).includes(typed));
  return having ?? names[language] ?? Object.values(names)[0] ?? '';
}

function firstOfEachText(suggestions: readonly Suggestion[]): Suggestion[] {
  const first = new Map<string, Suggestion>();
  for (const suggestion of suggestions)
    if (!first.has(suggestion.text)) first.set(suggestion.text, suggestion);
  return [...first.values()];
}
