import type { ResponseOf, suggest } from '@jiechuan/contract';
import { useWhileTyping } from '../../ui/while-typing.ts';

export type Suggestion = ResponseOf<typeof suggest>['items'][number];

/** Where a suggestion leads. */
export const addressOf = ({ of, id }: Suggestion): string =>
  of === 'product' ? `/products/${id}` : `/members/${id}`;

/** Names that go on as `typed` does. */
export const useSuggestions = (typed: string): readonly Suggestion[] =>
  useWhileTyping<Suggestion>(typed, (q) => `/api/v1/suggestions?${new URLSearchParams({ q })}`);
