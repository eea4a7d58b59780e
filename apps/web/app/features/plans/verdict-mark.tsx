import type { PlanVerdict } from '@jiechuan/contract';

const signs: Record<PlanVerdict, { path: string; look: string; edge: string }> = {
  refused: { path: 'M6.5 6.5l11 11M17.5 6.5l-11 11', look: 'fill-seal stroke-on-seal', edge: 'stroke-seal' },
  noRoad: {
    path: 'M3.5 12h5.5M15 12h5.5M13.2 6.5l-2.4 11',
    look: 'fill-seal stroke-on-seal',
    edge: 'stroke-seal',
  },
  unknown: {
    path: 'M8.8 9.2a3.2 3.2 0 1 1 4.6 2.9c-1 .5-1.4 1.1-1.4 2.2M12 17.6v.1',
    look: 'fill-sheet stroke-ink',
    edge: 'stroke-ink',
  },
  notReady: { path: 'M7 6v12M12 6v12M17 6v4M17 17.9v.1', look: 'fill-sheet stroke-ink', edge: 'stroke-ink' },
  needsDocuments: {
    path: 'M7.5 4.5h6l3.5 3.5v11.5h-9.5zM13 4.8v3.7h3.7M10 12.5h4M10 15.5h4',
    look: 'fill-celadon-wash stroke-celadon-ink',
    edge: 'stroke-celadon-ink',
  },
  ready: {
    path: 'M5.5 12.5l4.5 4.5L18.5 7.5',
    look: 'fill-celadon-ink stroke-paper',
    edge: 'stroke-celadon-ink',
  },
};

/** The answer as a stamp: its own sign for each, so that colour isn't all that tells them apart. */
export function VerdictMark({ verdict, className }: { verdict: PlanVerdict; className?: string }) {
  const { path, look, edge } = signs[verdict];
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true" className={`${look} ${className ?? ''}`}>
      <rect x="1" y="1" width="22" height="22" rx="2.5" strokeWidth="1.6" className={edge} />
      <path d={path} fill="none" strokeWidth="2.2" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  );
}
