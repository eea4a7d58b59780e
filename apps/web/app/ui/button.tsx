import { Link, type LinkProps } from 'react-router';

const looks = {
  main: 'border-seal bg-seal text-on-seal hover:border-seal-deep hover:bg-seal-deep',
  plain: 'border-field bg-sheet text-ink hover:border-ink',
  grave: 'border-seal bg-sheet text-seal hover:bg-alarm-wash',
} as const;
const base =
  'inline-flex min-h-9 items-center justify-center gap-2 rounded-seal border px-3.5 py-1 text-sm font-medium whitespace-nowrap disabled:opacity-60';

type Look = keyof typeof looks;

/** For what isn't a button by its element but looks and works like one. */
export const buttonLook = (look: Look): string => `${base} ${looks[look]}`;

export function Button({
  look = 'plain',
  className = '',
  ...rest
}: React.ComponentProps<'button'> & { look?: Look }) {
  return <button type="submit" {...rest} className={`${base} ${looks[look]} ${className}`} />;
}

/** A link that looks like a button: it leads somewhere, a button does something. */
export function ButtonLink({
  look = 'plain',
  className = '',
  ...rest
}: LinkProps & { look?: Look; className?: string }) {
  return <Link {...rest} className={`${base} ${looks[look]} ${className}`} />;
}
