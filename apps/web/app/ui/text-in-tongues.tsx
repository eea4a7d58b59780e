import type { ProblemDocument } from '@jiechuan/contract';
import { TextArea, TextField } from './fields.tsx';
import { errorAt } from './problem-note.tsx';
import { useWords } from './text.ts';

/** One text in several languages: a field for each, of which the first has to be filled. */
export function TextInTongues(props: {
  /** Where it stands in the body: its fields are `name.zh-CN`, `name.en` … */
  name: string;
  /** BCP 47 tags. */
  tongues: readonly string[];
  /** @param tongue the name of the language, in the reader's */
  label: (tongue: string) => string;
  /** @param name of one language's field */
  filled: (name: string, known: string | undefined) => string | undefined;
  known: Partial<Record<string, string>> | undefined;
  problem: ProblemDocument | undefined;
  maxLength: number;
  /** Several lines. */
  long?: boolean;
}) {
  const { tongue } = useWords();
  const { name, problem } = props;
  const Field = props.long ? TextArea : TextField;
  return props.tongues.map((tag, at) => (
    <Field
      key={tag}
      name={`${name}.${tag}`}
      label={props.label(tongue(tag))}
      lang={tag}
      defaultValue={props.filled(`${name}.${tag}`, props.known?.[tag])}
      error={errorAt(problem, `${name}.${tag}`) ?? (at === 0 ? errorAt(problem, name) : undefined)}
      required={at === 0}
      maxLength={props.maxLength}
    />
  ));
}
