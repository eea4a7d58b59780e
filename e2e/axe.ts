import type { Page } from '@playwright/test';
import axe, { type RunOptions } from 'axe-core';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'];
const colour = ['color-contrast', 'link-in-text-block'];

const rules = {
  all: { runOnly: { type: 'tag', values: tags } },
  colour: { runOnly: { type: 'rule', values: colour } },
  'no colour': {
    runOnly: { type: 'tag', values: tags },
    rules: Object.fromEntries(colour.map((rule) => [rule, { enabled: false }])),
  },
} satisfies Record<string, RunOptions>;

/**
 * What axe finds on a page, or in a part of it, by all of its WCAG rules to 2.2 AA, by those of colour alone, or by
 * all but these. It runs inside the page: our pages have no frames of others, and gathering its results in a page of
 * its own, as its driver does, takes five times as long.
 */
export async function faultsOf(
  page: Page,
  { which = 'all', within = 'html' }: { which?: keyof typeof rules; within?: string } = {},
): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  return page.evaluate(
    async ({ options, part }) => {
      const { violations, passes } = await (window as unknown as { axe: typeof axe }).axe.run(part, options);
      if (passes.length === 0) throw new Error(`axe tried no rule on ${part}`);
      return violations.flatMap(({ id, nodes }) =>
        nodes.map((node) => `${id}: ${node.html.slice(0, 160)} ${node.failureSummary ?? ''}`),
      );
    },
    { options: { ...rules[which], resultTypes: ['violations'] } satisfies RunOptions, part: within },
  );
}
