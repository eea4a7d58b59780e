const signs = {
  pass: { path: 'M3 8.5l3.2 3.2L13 4.5', look: 'stroke-celadon-ink' },
  gap: { path: 'M4 4l8 8M12 4l-8 8', look: 'stroke-seal' },
  unknown: {
    path: 'M5.6 6a2.5 2.5 0 1 1 3.6 2.3c-.8.4-1.1.9-1.1 1.7M8.1 12.6v.1',
    look: 'stroke-ink',
  },
} as const;

/** Met, not met, not known: a sign beside the word for it. */
export function OutcomeMark({ outcome }: { outcome: keyof typeof signs }) {
  const { path, look } = signs[outcome];
  return (
    <svg viewBox="0 0 16 16" aria-hidden="true" className={`inline size-4 shrink-0 ${look}`}>
      <path d={path} fill="none" strokeWidth="2" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  );
}
