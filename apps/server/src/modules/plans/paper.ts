import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { PlanReason, PlanResult } from '@jiechuan/contract';
import { defaultLanguage, languages, message } from '../../platform/i18n/messages.ts';
import { paperFonts, typeset } from '../../platform/print/typeset.ts';
import { moneyIn } from './money.ts';
import { wordReason } from './words.ts';
import { roadNote, roadOf } from './roads.ts';

const template = readFileSync(path.join(import.meta.dirname, 'paper.typ'), 'utf8');

interface Printed {
  id: string;
  version: number;
  result: PlanResult;
}

/** One text, or the same in the plan's two languages. */
type Cell = string | string[];
interface Section {
  title: Cell;
  note: Cell | null;
  columns: Cell[];
  widths: number[];
  aligned: ('left' | 'right')[];
  rows: Cell[][];
}

/** The languages of a plan's paper: Chinese, and beside it what the market reads as far as we have its words. */
export function paperLanguages(market: readonly string[], asked: string | undefined): string[] {
  const wanted = asked === undefined ? market : [asked];
  const primary = (tag: string) => tag.split('-')[0]!.toLowerCase();
  const other =
    wanted.flatMap((tag) => languages.find((known) => primary(known) === primary(tag)) ?? [])[0] ?? 'en';
  return [...new Set([defaultLanguage, other])];
}

/**
 * A plan as PDF. What it says depends on nothing but the plan's version and the languages, so the same input gives the
 * same bytes: the date in the file is the day of its facts.
 */
export function printPaper(plan: Printed, asked: string | undefined): Buffer {
  const { result } = plan;
  const tongues = paperLanguages(result.market.languages, asked);
  return typeset(template, paper(plan, new Words(result, tongues)), new Date(`${result.on}T00:00:00Z`));
}

/** Words of the plan's catalogue in each of the paper's languages. */
class Words {
  readonly tongues: readonly string[];
  readonly #hubs: readonly ReadonlyMap<string, string>[];
  constructor(result: PlanResult, tongues: readonly string[]) {
    this.tongues = tongues;
    this.#hubs = tongues.map(
      (language) => new Map(result.roads.hubs.map(({ id, names }) => [id, textIn(names, language)])),
    );
  }
  say(name: string, params: Record<string, string | number> = {}): string[] {
    return this.tongues.map((language) => message(language, `plans.${name}`, params));
  }
  reason(reason: PlanReason): string[] {
    return this.tongues.map((language, at) => wordReason(reason, language, this.#hubs[at]));
  }
  text(texts: Record<string, string>): string[] {
    return this.tongues.map((language) => textIn(texts, language));
  }
  hub(id: string): string[] {
    return this.#hubs.map((names) => names.get(id) ?? id);
  }
}

/** A text in a language, else in English, Chinese, or whatever there is. */
const textIn = (texts: Record<string, string>, language: string): string =>
  texts[language] ?? texts['en'] ?? texts['zh-CN'] ?? Object.values(texts)[0] ?? '';

const local = (instant: string, timeZone: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(
    new Date(instant),
  );

const tones = {
  refused: 'bad',
  noRoad: 'bad',
  unknown: 'bad',
  notReady: 'bad',
  needsDocuments: 'plain',
  ready: 'good',
};

function paper({ id, version, result }: Printed, words: Words): object {
  const { product, market, shipment } = result;
  const title = `${textIn(product.names, defaultLanguage)} → ${market.code}`;
  return {
    title,
    author: textIn(product.maker.names, defaultLanguage),
    lang: 'zh',
    fonts: paperFonts,
    kicker: `借船 Jiechuan · ${words.say('paper.kind').join(' / ')} · ${id} · v${version} · ${result.on}`,
    footer: words.say('paper.footer', { on: result.on }).join(' '),
    heading: words.text(product.names).map((name, at) => `${name} → ${words.text(market.names)[at]}`),
    answer: {
      tone: tones[result.verdict],
      words: words.say(`verdict.${result.verdict}`),
      reasons: result.reasons.map((reason) => words.reason(reason)),
    },
    facts: [
      [words.say('paper.maker'), words.text(product.maker.names)],
      [words.say('paper.sku'), product.sku],
      [words.say('paper.quantity'), `${shipment.quantity} ${product.unit}`],
      [words.say('paper.hs'), product.hs6 ?? '–'],
      [
        words.say('paper.weight'),
        `${Math.ceil(shipment.grossGrams / 1000)} kg · ${(shipment.volumeCm3 / 1e6).toFixed(2)} m³`,
      ],
      [words.say('paper.readyOn'), shipment.readyOn],
    ],
    sections: [
      road(result, words),
      rules(result, words),
      costs(result, words),
      pillarSection(result, words),
      ships(result, words),
      steps(result, words),
      habits(result, words),
    ].filter((section) => section !== null),
  };
}

const left = (count: number): ('left' | 'right')[] => Array.from({ length: count }, () => 'left');

function road({ roads }: PlanResult, words: Words): Section {
  const chosen = roadOf({ ...roads, chosen: roads.chosen ?? roads.leastShort });
  const zone = new Map(roads.hubs.map(({ id, timeZone }) => [id, timeZone]));
  const note = chosen === undefined ? null : words.reason(roadNote(chosen));
  return {
    title: words.say('paper.road'),
    note: chosen && chosen.daysShort > 0 ? words.say('paper.short', { days: chosen.daysShort }) : note,
    columns: ['from', 'to', 'mode', 'departs', 'arrives', 'cost'].map((name) => words.say(`paper.${name}`)),
    widths: [2, 2, 1.4, 1.7, 1.7, 1.4],
    aligned: ['left', 'left', 'left', 'left', 'left', 'right'],
    rows: (chosen?.legs ?? []).map((place) => {
      const leg = roads.legs[place]!;
      return [
        words.hub(leg.from),
        words.hub(leg.to),
        words.say(`mode.${leg.mode}`).map((mode) => `${mode}${leg.confidence === 'published' ? '' : ' *'}`),
        local(leg.departsAt, zone.get(leg.from) ?? 'UTC'),
        local(leg.arrivesAt, zone.get(leg.to) ?? 'UTC'),
        moneyIn('zh-CN', leg.costFen, 'CNY'),
      ];
    }),
  };
}

const rules = ({ checks }: PlanResult, words: Words): Section => ({
  title: words.say('paper.rules'),
  note: checks.length === 0 ? words.say('paper.noRules') : null,
  columns: ['requirement', 'outcome', 'citation'].map((name) => words.say(`paper.${name}`)),
  widths: [4, 2.4, 2.6],
  aligned: left(3),
  rows: checks.map((check) => [
    words.text(check.requirement),
    words
      .say(`outcome.${check.outcome}`)
      .map((outcome, at) => `${outcome} · ${words.say(`effect.${check.effect}`)[at]}`),
    `${[check.source.title, check.source.citation].filter(Boolean).join(' · ')}${check.source.date === null ? '' : ` (${check.source.date})`}`,
  ]),
});

function costs({ landed }: PlanResult, words: Words): Section | null {
  if (landed === null) return null;
  const money = (fen: number | null): Cell =>
    fen === null ? words.say('paper.unknown') : moneyIn('zh-CN', fen, 'CNY');
  const rate =
    landed.local === null
      ? ''
      : ` 1 CNY = ${landed.local.rate} ${landed.local.currency} (${landed.local.rateDate})`;
  return {
    title: words.say('paper.landed', { incoterm: landed.incoterm }),
    note: words
      .say(landed.lowerBound ? 'paper.lowerBound' : 'paper.exactSum')
      .map((sentence) => `${sentence}${rate}`),
    columns: ['line', 'amount', 'bornBy', 'basis'].map((name) => words.say(`paper.${name}`)),
    widths: [2, 1.6, 1.2, 4],
    aligned: ['left', 'right', 'left', 'left'],
    rows: [
      ...landed.lines.map((line) => [
        words.say(`line.${line.line}`),
        money(line.amountFen),
        words.say(`bornBy.${line.bornBy}`),
        words.reason(line.reason),
      ]),
      [words.say('paper.total'), money(landed.totalFen), '', ''],
      [words.say('paper.perUnit'), money(landed.perUnitFen), '', ''],
      [words.say('paper.shelfPrice'), money(landed.shelfPriceFen), '', ''],
    ],
  };
}

const pillarSection = ({ pillars }: PlanResult, words: Words): Section => ({
  title: words.say('paper.pillars'),
  note: null,
  columns: ['pillar', 'state', 'missing'].map((name) => words.say(`paper.${name}`)),
  widths: [1.2, 1, 5],
  aligned: left(3),
  rows: pillars.map(({ pillar, state, items }) => [
    words.say(`pillar.${pillar}`),
    words.say(`pillarState.${state}`),
    words.tongues.map(
      (_, at) =>
        items
          .filter(({ there }) => !there)
          .map((item) => words.reason(item)[at])
          .join('; ') || '–',
    ),
  ]),
});

function ships({ borrowOrBuild: found }: PlanResult, words: Words): Section | null {
  if (found === null) return null;
  const money = (fen: number | null): Cell =>
    fen === null ? words.say('paper.unknown') : moneyIn('zh-CN', fen, 'CNY');
  return {
    title: words.say('paper.ships', { months: found.horizonMonths, units: found.unitsPerMonth }),
    note: found.better === null ? null : words.say(`better.${found.better}`),
    columns: ['', 'setUp', 'fixedCost', 'firstSale', 'atRisk', 'expected'].map((name) =>
      name === '' ? '' : words.say(`paper.${name}`),
    ),
    widths: [1.4, 1.4, 1.4, 1, 1.4, 1.4],
    aligned: ['left', 'right', 'right', 'right', 'right', 'right'],
    rows: (['borrow', 'build'] as const).map((side) => [
      words.say(`side.${side}`),
      money(found[side].setUpFen),
      money(found[side].costFen),
      String(found[side].monthsToFirstSale),
      money(found[side].atRiskFen),
      money(found[side].expectedFen),
    ]),
  };
}

const steps = (result: PlanResult, words: Words): Section => ({
  title: words.say('paper.steps'),
  note: null,
  columns: ['step', 'owner', 'due'].map((name) => words.say(`paper.${name}`)),
  widths: [5, 1.4, 1.4],
  aligned: left(3),
  rows: result.steps.map((step) => [words.reason(step), words.say(`owner.${step.owner}`), step.dueOn]),
});

const habits = (result: PlanResult, words: Words): Section | null =>
  result.habits.length === 0
    ? null
    : {
        title: words.say('paper.habits'),
        note: words.say('paper.habitsNote'),
        columns: ['advice', 'status', 'source'].map((name) => words.say(`paper.${name}`)),
        widths: [5, 1.4, 2.4],
        aligned: left(3),
        rows: result.habits.map((habit) => [
          words.text(habit.advice),
          words.say(`habit.${habit.status}`),
          habit.source.title,
        ]),
      };
