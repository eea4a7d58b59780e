import type { getNetwork, ResponseOf, TransportMode } from '@jiechuan/contract';
import landUrl from '../../assets/land.svg?url';
import { mapHeight, mapWidth, placeOnMap } from '../../ui/projection.ts';

/** How a mode is drawn; the legend beside the map draws the same. */
const strokes: Record<TransportMode, { className: string; width: number; dashes?: string }> = {
  road: { className: 'stroke-field', width: 0.6 },
  air: { className: 'stroke-ink', width: 0.6, dashes: '1 2.5' },
  sea: { className: 'stroke-celadon', width: 0.9 },
  river: { className: 'stroke-celadon', width: 1.3, dashes: '4 1.5' },
  rail: { className: 'stroke-seal', width: 1 },
};
/** What lies on top is drawn last. */
const order: readonly TransportMode[] = ['road', 'air', 'sea', 'river', 'rail'];

/** The sign of a mode in a legend or a table. */
export function ModeSign({ mode }: { mode: TransportMode }) {
  const { className, width, dashes } = strokes[mode];
  return (
    <svg viewBox="0 0 24 8" aria-hidden="true" className="me-1.5 inline-block h-2 w-6 max-w-full">
      <path
        d="M0 4H24"
        className={`fill-none ${className}`}
        strokeWidth={width * 2}
        strokeDasharray={dashes}
      />
    </svg>
  );
}

/**
 * The ways of the network on the world. Decoration for the table beside it, which says the same in words; so it is
 * hidden from readers of text.
 */
export function NetworkMap({ network }: { network: ResponseOf<typeof getNetwork> }) {
  const places = new Map(network.hubs.map((hub) => [hub.id, placeOnMap(hub)]));
  const ways = order.flatMap((mode) => network.ways.filter((way) => way.mode === mode));
  return (
    <svg viewBox={`0 0 ${mapWidth} ${mapHeight}`} aria-hidden="true" className="h-auto w-full">
      <use href={`${landUrl}#land`} className="fill-wash stroke-rule" strokeWidth="0.6" />
      {ways.map(({ fromHubId, toHubId, mode }) => {
        const [fromX, fromY] = places.get(fromHubId)!;
        const [toX, toY] = places.get(toHubId)!;
        const { className, width, dashes } = strokes[mode];
        const lift = mode === 'air' ? Math.abs(toX - fromX) / 5 : Math.abs(toX - fromX) / 14;
        const middle = `${((fromX + toX) / 2).toFixed(1)} ${((fromY + toY) / 2 - lift).toFixed(1)}`;
        return (
          <path
            key={`${fromHubId}${toHubId}${mode}`}
            d={`M${fromX} ${fromY}Q${middle} ${toX} ${toY}`}
            className={`fill-none ${className}`}
            strokeWidth={width}
            strokeDasharray={dashes}
            strokeOpacity="0.75"
          />
        );
      })}
      {network.hubs.map((hub) => {
        const [x, y] = places.get(hub.id)!;
        return <circle key={hub.id} cx={x} cy={y} r="1.7" className="fill-ink" />;
      })}
    </svg>
  );
}
