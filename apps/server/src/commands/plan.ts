import { planInput, type PlanInput } from '@jiechuan/contract';
import type { App } from '../app.ts';
import { productsBySku } from '../modules/catalogue/index.ts';
import { findEnterprise, organisationNames } from '../modules/members/index.ts';
import {
  plansProblems,
  reckonPlan,
  roadNote,
  roadOf,
  wordReason,
  wordResult,
} from '../modules/plans/index.ts';
import { systemActor } from '../platform/actor.ts';
import { defineProblems, Problem, problems } from '../platform/errors.ts';
import { wordIssue } from '../platform/i18n/issues.ts';
import { message, terminalLanguage } from '../platform/i18n/messages.ts';
import type { Told } from './report.ts';
import { withApp } from './with-app.ts';

const cliProblems = defineProblems('cli', { noEnterprise: 404 });

export interface PlanOptions {
  product: string;
  market: string;
  quantity: number;
  enterprise?: string;
  readyOn?: string;
  lifeLeft?: number;
}

/** Which product a SKU means. @throws Problem plans.productUnknown, plans.productAmbiguous, cli.noEnterprise */
async function productCalled(app: App, sku: string, called: string | undefined): Promise<string> {
  const { db } = app.database;
  const found = await productsBySku(db, sku);
  if (found.length === 0) throw new Problem(plansProblems.productUnknown, { sku });
  if (called === undefined) {
    if (found.length === 1) return found[0]!.id;
    const makers = await Promise.all(
      found.map(async ({ organisationId }) => {
        const names = await organisationNames(db, organisationId);
        return `${organisationId} ${names[terminalLanguage] ?? names['zh-CN'] ?? ''}`;
      }),
    );
    throw new Problem(plansProblems.productAmbiguous, {
      sku,
      count: found.length,
      makers: makers.join('; '),
    });
  }
  const enterprise = await findEnterprise(db, called);
  if (!enterprise) throw new Problem(cliProblems.noEnterprise, { called });
  const own = found.find(({ organisationId }) => organisationId === enterprise.id);
  if (!own) throw new Problem(plansProblems.productUnknown, { sku });
  return own.id;
}

/** What is asked for; a wrong value is told by the option it came with. @throws Problem platform.invalid */
function inputOf(productId: string, options: PlanOptions): PlanInput {
  const named = {
    market: ['--market', options.market.toUpperCase()],
    quantity: ['--quantity', options.quantity],
    readyOn: ['--ready-on', options.readyOn ?? null],
    lifeLeftDays: ['--life-left', options.lifeLeft ?? null],
  } as const;
  const values = Object.entries(named).map(([name, [, value]]) => [name, value]);
  const read = planInput.safeParse({ productId, ...Object.fromEntries(values) });
  if (read.success) return read.data;
  const fields = read.error.issues
    .flatMap((issue) => wordIssue(issue, terminalLanguage))
    .map((one) => ({ ...one, path: named[one.path[0] as keyof typeof named][0] }));
  throw new Problem(problems.invalid, {}, fields);
}

/** Reckons a plan and keeps nothing; exit code 3 where the goods can't go as things are. */
export const planCommand = (options: PlanOptions): Promise<Told> =>
  withApp(async (app) => {
    const input = inputOf(await productCalled(app, options.product, options.enterprise), options);
    const actor = { ...systemActor('command line'), language: terminalLanguage };
    const result = wordResult(await reckonPlan(app.database.db, actor, input), terminalLanguage);
    const say = (name: string, params: Record<string, string | number> = {}) =>
      message(terminalLanguage, `plans.${name}`, params);
    const road = roadOf(result.roads);
    const name = (id: string) => {
      const names = result.roads.hubs.find((hub) => hub.id === id)?.names ?? {};
      return names[terminalLanguage] ?? names['en'] ?? id;
    };
    const money = (fen: number | null | undefined) =>
      fen === null || fen === undefined
        ? say('paper.unknown')
        : new Intl.NumberFormat(terminalLanguage, { style: 'currency', currency: 'CNY' }).format(fen / 100);
    return {
      lines: [
        say(`verdict.${result.verdict}`),
        ...result.reasons.map(({ text }) => `  – ${text}`),
        ...(road
          ? [
              say('paper.road'),
              ...road.legs.map((place) => {
                const leg = result.roads.legs[place]!;
                return `  ${leg.departsAt.slice(0, 16)}Z  ${name(leg.from)} → ${name(leg.to)}  ${say(`mode.${leg.mode}`)}  ${money(leg.costFen)}`;
              }),
              `  ${wordReason(roadNote(road), terminalLanguage)}`,
            ]
          : []),
        `${say('paper.landed', { incoterm: input.incoterm })}: ${money(result.landed?.totalFen)} · ${say('paper.perUnit')}: ${money(result.landed?.perUnitFen)}${result.landed?.lowerBound ? ` (${say('paper.lowerBound')})` : ''}`,
        say('paper.steps'),
        ...result.steps.map((step) => `  ${step.dueOn}  ${say(`owner.${step.owner}`)}: ${step.text}`),
      ],
      value: result,
      exitCode: result.verdict === 'ready' || result.verdict === 'needsDocuments' ? 0 : 3,
    };
  });
