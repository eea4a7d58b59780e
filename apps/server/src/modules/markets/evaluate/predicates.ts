import {
  unspecifiedAnimal,
  type CheckReason,
  type Outcome,
  type ProductFacts,
  type RulePredicate,
} from '@jiechuan/contract';
import { sameWord } from './scope.ts';

/** What only one consignment knows. */
export interface Incidental {
  /** Days of shelf life left when it arrives. */
  lifeLeftDays?: number | null;
}
export interface Question {
  facts: ProductFacts;
  /** The day asked for, YYYY-MM-DD. */
  on: string;
  incidental?: Incidental;
}
export interface Answer {
  outcome: Outcome;
  reason: CheckReason;
}
type Of<Is extends RulePredicate['is']> = Extract<RulePredicate, { is: Is }>;

const answer =
  (outcome: Outcome) =>
  (code: string, params: CheckReason['params'] = {}): Answer => ({ outcome, reason: { code, params } });
const pass = answer('pass');
const gap = answer('gap');
const unknown = answer('unknown');

/** zh-CN is met by zh, and the other way round: a rule names a language, a label may name its country too. */
const primary = (tag: string): string => tag.split('-')[0]!;
const lacking = (wanted: readonly string[], there: readonly string[]): string[] =>
  wanted.filter((tag) => !there.some((other) => primary(other) === primary(tag)));

function certificate({ kinds }: Of<'certificateOfKind'>, { facts, on }: Question): Answer {
  const held = facts.certificates.filter(({ kind }) => kinds.some((wanted) => wanted === kind));
  const valid = held.find(({ validUntil }) => validUntil === null || validUntil >= on);
  if (valid) return pass('certificateThere', { kind: valid.kind, number: valid.number });
  const [expired] = held;
  return expired
    ? gap('certificateExpired', { kind: expired.kind, validUntil: expired.validUntil! })
    : gap('certificateMissing', { kinds: [...kinds] });
}

function label({ languages, all }: Of<'labelInLanguages'>, { facts }: Question): Answer {
  if (facts.labelLanguages === null) return unknown('labelUnknown', { languages });
  const missing = lacking(languages, facts.labelLanguages);
  const met = all ? missing.length === 0 : missing.length < languages.length;
  return met
    ? pass('labelThere', { languages: facts.labelLanguages })
    : gap(all ? 'labelMissingAll' : 'labelMissing', { languages: all ? missing : languages });
}

function allergens({ languages }: Of<'allergensDeclaredIn'>, { facts }: Question): Answer {
  if (facts.allergens === null) return unknown('allergensUnknown');
  if (facts.allergens.length === 0) return pass('noAllergens');
  if (facts.labelLanguages === null) return unknown('allergenLabelUnknown', { allergens: facts.allergens });
  return lacking(languages, facts.labelLanguages).length < languages.length
    ? pass('allergensDeclared', { allergens: facts.allergens })
    : gap('allergensNotDeclared', { allergens: facts.allergens, languages });
}

function animals({ allowed }: Of<'noAnimalIngredientOutside'>, { facts }: Question): Answer {
  if (facts.animalIngredients === null) return unknown('animalUnknown');
  if (facts.animalIngredients.length === 0) return pass('noAnimal');
  const told = facts.animalIngredients.filter((one) => one !== unspecifiedAnimal);
  const outside = told.filter((one) => !allowed.some((listed) => sameWord(listed, one)));
  if (outside.length > 0) return gap('animalNotListed', { ingredients: outside });
  return told.length < facts.animalIngredients.length
    ? unknown('animalUnspecified')
    : pass('animalListed', { ingredients: told });
}

function ingredient({ ingredients }: Of<'ingredientAbsent'>, { facts }: Question): Answer {
  if (facts.ingredients === null) return unknown('ingredientsUnknown');
  const all = [...facts.ingredients, ...(facts.animalIngredients ?? [])];
  const found = ingredients.filter((banned) => all.some((one) => sameWord(banned, one)));
  if (found.length > 0) return gap('ingredientForbidden', { ingredients: found });
  return facts.animalIngredients?.includes(unspecifiedAnimal)
    ? unknown('animalUnspecified')
    : pass('ingredientAbsent', { ingredients });
}

const plainly = (text: string): string => text.toLowerCase().replaceAll(/[\s-]/g, '');
function additive({ additives }: Of<'additiveAbsent'>, { facts }: Question): Answer {
  if (facts.additives === null) return unknown('additivesUnknown');
  const found = facts.additives.filter((declared) =>
    additives.some((banned) => plainly(declared).includes(plainly(banned))),
  );
  return found.length > 0 ? gap('additiveForbidden', { additives: found }) : pass('additiveAbsent');
}

function heading({ hs }: Of<'hsOutside'>, { facts }: Question): Answer {
  const { hs6 } = facts;
  if (hs6 === null) return unknown('hsUnknown');
  return hs.some((prefix) => hs6.startsWith(prefix))
    ? gap('hsForbidden', { hs6 })
    : pass('hsAllowed', { hs6 });
}

function alcohol({ permille: most }: Of<'alcoholAtMost'>, { facts }: Question): Answer {
  const { alcoholPermille } = facts;
  if (alcoholPermille === null) return unknown('alcoholUnknown');
  return alcoholPermille > most
    ? gap('alcoholTooHigh', { permille: alcoholPermille, most })
    : pass('alcoholLow', { permille: alcoholPermille, most });
}

function shelfLife({ days }: Of<'shelfLifeAtLeast'>, { facts }: Question): Answer {
  if (facts.shelfLifeDays === null) return unknown('shelfLifeUnknown', { days });
  return facts.shelfLifeDays < days
    ? gap('shelfLifeShort', { has: facts.shelfLifeDays, days, short: days - facts.shelfLifeDays })
    : pass('shelfLifeLong', { has: facts.shelfLifeDays, days });
}

function lifeLeft({ permille }: Of<'lifeLeftAtLeast'>, { facts, incidental }: Question): Answer {
  if (facts.shelfLifeDays === null) return unknown('shelfLifeUnknown', { days: 0 });
  const days = Math.ceil((facts.shelfLifeDays * permille) / 1000);
  const left = incidental?.lifeLeftDays ?? null;
  if (left === null) return unknown('lifeLeftUnknown', { days });
  return left < days
    ? gap('lifeLeftShort', { left, days, short: days - left })
    : pass('lifeLeftLong', { left, days });
}

function packs({ counts }: Of<'packCountNot'>, { facts }: Question): Answer {
  if (facts.packSizes === null) return unknown('packUnknown', { counts: counts.map(String) });
  const [found] = facts.packSizes.filter((size) => counts.includes(size));
  return found === undefined ? pass('packCountFine') : gap('packCount', { count: found });
}

const answers: { [Is in RulePredicate['is']]: (predicate: Of<Is>, question: Question) => Answer } = {
  certificateOfKind: certificate,
  labelInLanguages: label,
  allergensDeclaredIn: allergens,
  noAnimalIngredientOutside: animals,
  ingredientAbsent: ingredient,
  additiveAbsent: additive,
  hsOutside: heading,
  alcoholAtMost: alcohol,
  shelfLifeAtLeast: shelfLife,
  lifeLeftAtLeast: lifeLeft,
  packCountNot: packs,
  notResearched: () => unknown('notResearched'),
};

/** Asks one predicate of a product. Pure; a fact that isn't known gives `unknown`, never a pass. */
export const ask = (predicate: RulePredicate, question: Question): Answer =>
  answers[predicate.is](predicate as never, question);
