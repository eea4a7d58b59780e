import type { PlanPage } from '@jiechuan/contract';
import { inLanguage } from '../../ui/text.ts';
import type { PlanShown } from './plan-page.tsx';
import { viewRoads, type RoadsView } from './roads-view.server.ts';

/** A plan as its page needs it: what can't be seen of its thousands of roads stays on the server. */
export function planData(
  page: PlanPage,
  asked: string | null,
  language: string,
): { plan: PlanShown; roads: RoadsView; hubNames: Record<string, string> } {
  const { roads, ...result } = page.result;
  const named = new Set([page.input.destination, ...page.input.avoidHubs]);
  return {
    plan: { ...page, result },
    roads: viewRoads(roads, asked, language),
    hubNames: Object.fromEntries(
      roads.hubs
        .filter(({ id }) => named.has(id))
        .map(({ id, names }) => [id, inLanguage(names, language).text]),
    ),
  };
}
