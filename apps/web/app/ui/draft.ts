import { useEffect, useRef, useState } from 'react';

type Kept = [name: string, value: string][];

/**
 * Keeps what is typed into a form in this browser until it is sent: a closed tab loses nothing.
 * @param key which form, and of which record
 * @returns what to spread over the form, whether a draft was brought back, and how to drop it
 */
export function useDraft(key: string) {
  const form = useRef<HTMLFormElement>(null);
  const [restored, setRestored] = useState(false);
  const place = `draft:${key}`;
  useEffect(() => {
    const kept = localStorage.getItem(place);
    if (!kept || !form.current) return;
    const values = new Map<string, string[]>();
    for (const [name, value] of JSON.parse(kept) as Kept)
      values.set(name, [...(values.get(name) ?? []), value]);
    for (const element of form.current.elements) fill(element, values);
    setRestored(true);
  }, [place]);
  const keep = () => {
    if (!form.current) return;
    const values = [...new FormData(form.current)].filter(
      ([name, value]) => typeof value === 'string' && !/password/i.test(name),
    );
    localStorage.setItem(place, JSON.stringify(values));
  };
  const drop = () => localStorage.removeItem(place);
  return {
    restored,
    /** Keeps it again, after the server refused what was sent. */
    keep,
    discard: () => {
      drop();
      form.current?.reset();
      setRestored(false);
    },
    form: { ref: form, onChange: keep, onSubmit: drop },
  };
}

function fill(element: Element, values: Map<string, string[]>): void {
  if (element instanceof HTMLInputElement && ['file', 'hidden', 'password', 'submit'].includes(element.type))
    return;
  if (element instanceof HTMLInputElement && ['checkbox', 'radio'].includes(element.type)) {
    element.checked = values.get(element.name)?.includes(element.value) ?? false;
  } else if (
    element instanceof HTMLInputElement ||
    element instanceof HTMLTextAreaElement ||
    element instanceof HTMLSelectElement
  ) {
    const value = values.get(element.name)?.[0];
    if (value !== undefined) element.value = value;
  }
}
