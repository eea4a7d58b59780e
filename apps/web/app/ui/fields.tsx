import { useId } from 'react';

/** At least as high as a line of text in it: a select leaves the line's height to the browser, and comes out lower. */
const box =
  'min-h-9.5 w-full rounded-seal border border-field bg-sheet px-2.5 py-1.5 text-ink placeholder:text-faded aria-invalid:border-seal aria-invalid:bg-alarm-wash';

interface Around {
  label: string;
  hint?: string;
  /** What is wrong with the value; shown beside it and read out with it. */
  error?: string;
}

function Field({
  label,
  hint,
  error,
  required,
  className,
  children,
}: Around & {
  required?: boolean;
  className?: string;
  children(ids: { id: string; 'aria-describedby'?: string; 'aria-invalid'?: true }): React.ReactNode;
}) {
  const id = useId();
  const described = [hint && `${id}hint`, error && `${id}error`].filter(Boolean).join(' ');
  return (
    <div className={className}>
      <label htmlFor={id} className="mb-1 block text-sm font-medium">
        {label}
        {required && (
          <span aria-hidden="true" className="ms-1 text-seal">
            ＊
          </span>
        )}
      </label>
      {children({ id, 'aria-describedby': described || undefined, 'aria-invalid': error ? true : undefined })}
      {hint && (
        <p id={`${id}hint`} className="mt-1 text-xs text-faded">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}error`} className="mt-1 text-sm text-seal">
          {error}
        </p>
      )}
    </div>
  );
}

/** One line of text. */
export function TextField({
  label,
  hint,
  error,
  className,
  ...input
}: Around & React.ComponentProps<'input'>) {
  return (
    <Field {...{ label, hint, error, className }} required={input.required}>
      {(ids) => <input type="text" {...input} {...ids} className={box} />}
    </Field>
  );
}

/** Several lines of text. */
export function TextArea({
  label,
  hint,
  error,
  className,
  ...input
}: Around & React.ComponentProps<'textarea'>) {
  return (
    <Field {...{ label, hint, error, className }} required={input.required}>
      {(ids) => <textarea rows={4} {...input} {...ids} className={box} />}
    </Field>
  );
}

/** One of a few; the browser's own control, which works without script and on a phone. */
export function SelectField({
  label,
  hint,
  error,
  className,
  options,
  ...input
}: Around & React.ComponentProps<'select'> & { options: { value: string; label: string }[] }) {
  return (
    <Field {...{ label, hint, error, className }} required={input.required}>
      {(ids) => (
        <select {...input} {...ids} className={box}>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

/** Yes or no, with its words beside it. */
export function CheckField({ label, hint, ...input }: Around & React.ComponentProps<'input'>) {
  const id = useId();
  return (
    <div>
      <label className="flex items-baseline gap-2">
        <input
          type="checkbox"
          {...input}
          aria-describedby={hint && id}
          className="translate-y-0.5 accent-seal"
        />
        <span>{label}</span>
      </label>
      {hint && (
        <p id={id} className="ms-6 text-xs text-faded">
          {hint}
        </p>
      )}
    </div>
  );
}

/** The box a list is searched by. */
export function SearchField({
  label,
  ...input
}: Pick<Around, 'label' | 'hint'> & React.ComponentProps<'input'>) {
  return (
    <TextField
      label={label}
      type="search"
      maxLength={200}
      autoComplete="off"
      {...input}
      className="w-64 max-w-full"
    />
  );
}
