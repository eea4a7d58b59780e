/** What a form holds: `names.en=…` nests, `tags[]=…` gathers, what is left empty isn't there. Files are left out. */
export type FormValues = { [name: string]: string | string[] | FormValues };

/** Reads a form whose fields are named by their place in the endpoint's body. */
export function valuesOf(form: FormData): FormValues {
  const values: FormValues = {};
  for (const [name, value] of form) {
    if (typeof value !== 'string' || value.trim() === '') continue;
    const parts = name.replace(/\[\]$/, '').split('.');
    const last = parts.pop()!;
    let place = values;
    for (const part of parts) place = (place[part] ??= {}) as FormValues;
    if (name.endsWith('[]')) place[last] = [...((place[last] as string[] | undefined) ?? []), value];
    else place[last] = value.replaceAll('\r\n', '\n');
  }
  return values;
}

/**
 * What a form's field begins with: what was typed, where the form was refused and comes back, else what is known.
 * @param values what was typed, undefined where the form is new
 */
export const typedOr =
  (values: FormValues | undefined) =>
  (name: string, known: string | number | null | undefined): string => {
    if (!values) return String(known ?? '');
    const found = name.split('.').reduce<unknown>((place, part) => (place as FormValues)?.[part], values);
    return typeof found === 'string' ? found : '';
  };

/** The whole number that a text is; any other text as it is, for the contract to refuse by name. */
export function wholeNumber(text: unknown): unknown {
  return typeof text === 'string' && /^-?\d{1,15}$/.test(text.trim()) ? Number(text) : text;
}

/** A picked file, or undefined where none was picked (browsers send an empty one). */
export function filesOf(form: FormData, name: string): File[] {
  return form.getAll(name).filter((value) => value instanceof File && value.size > 0) as File[];
}
