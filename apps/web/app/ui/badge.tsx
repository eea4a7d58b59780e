const tones = {
  plain: 'border-rule text-faded',
  celadon: 'border-celadon bg-celadon-wash text-celadon-ink',
  seal: 'border-seal text-seal',
} as const;

/** A short mark: a kind, a tag, a state. */
export function Badge({
  tone = 'plain',
  children,
}: {
  tone?: keyof typeof tones;
  children: React.ReactNode;
}) {
  return (
    <span
      className={`inline-block rounded-seal border px-1.5 text-xs leading-5 whitespace-nowrap ${tones[tone]}`}
    >
      {children}
    </span>
  );
}
