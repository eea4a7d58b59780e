import type { ResponseOf, suggest } from '@jiechuan/contract';
import { useWhileTyping } from '../../ui/while-typing.ts';

export type Suggestion = ResponseOf<typeof suggest>['items'][number];

/** Where a suggestion leads. */
export function addressOf(suggestion: Suggestion): string {
  if (suggestion.of !== 'resource')
    return `/${suggestion.of === 'product' ? 'products' : 'members'}/${suggestion.id}`;
  // What the list shows that it is narrowed by.
  const { kind, city, temperatureClass } = suggestion;
  const asked = Object.entries({ kind, city, temperatureClass });
  return `/resources?${new URLSearchParams(asked.flatMap(([name, value]) => (value === null ? [] : [[name, value]])))}`;
}

/** Names that go on as `typed` does. */
export const useSuggestions = (typed: string): readonly Suggestion[] =>
  useWhileTyping<Suggestion>(typed, (q) => `/api/v1/suggestions?${new URLSearchParams({ q })}`);
