import { useRef } from 'react';
import { Form, useSubmit } from 'react-router';

/** Milliseconds of quiet before a typed word is looked for. */
const pause = 250;

/**
 * The filters of a list: they live in the address. Each change asks at once, typing after a short pause;
 * without script the form's button does it.
 */
export function ListForm({ children, label }: { children: React.ReactNode; label: string }) {
  const submit = useSubmit();
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);
  const ask = (form: HTMLFormElement) => {
    clearTimeout(waiting.current);
    const filled = new URLSearchParams();
    for (const [name, value] of new FormData(form))
      if (typeof value === 'string' && value.trim() !== '') filled.append(name, value);
    void submit(filled, { replace: true, preventScrollReset: true });
  };
  return (
    <Form
      method="get"
      role="search"
      aria-label={label}
      onChange={({ target, currentTarget }) => {
        clearTimeout(waiting.current);
        const typed =
          target instanceof HTMLInputElement && ['search', 'text', 'number'].includes(target.type);
        if (typed) waiting.current = setTimeout(() => ask(currentTarget), pause);
        else ask(currentTarget);
      }}
      onSubmit={(event) => {
        event.preventDefault();
        ask(event.currentTarget);
      }}
    >
      {children}
    </Form>
  );
}
