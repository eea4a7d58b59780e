import { useTranslation } from 'react-i18next';
import landUrl from '../../assets/land-near.svg?url';
import type { RoadDrawing } from './road-map.server.ts';

/** How each way of going is drawn; told apart by dashes, not by colour. */
export const dashes: Record<string, string | undefined> = {
  rail: undefined,
  road: '10 5',
  sea: '2 6',
  river: '9 5 2 5 2 5',
  air: '16 6 2 6',
  post: '5 5',
};

/**
 * The road on the map. The timeline beside it says the same in words, so it is hidden from readers of text. Coasts
 * only: it shows the way, not whose land it is.
 */
export function RoadMap({ drawing }: { drawing: RoadDrawing }) {
  const { t } = useTranslation('plans');
  const { width, height, land, stops, lines } = drawing;
  const modes = [...new Set(lines.map(({ mode }) => mode))];
  return (
    <figure className="border border-rule bg-sheet">
      <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true" className="h-auto w-full">
        <use href={`${landUrl}#land`} transform={land} className="fill-wash stroke-rule" strokeWidth="0.5" />
        {lines.map(({ mode, path }) => (
          <path
            key={path}
            d={path}
            className="fill-none stroke-seal"
            strokeWidth="2.4"
            strokeLinecap="round"
            strokeDasharray={dashes[mode]}
          />
        ))}
        {stops.map(({ id, x, y, name, label }, index) => (
          <g key={id}>
            <circle
              cx={x}
              cy={y}
              r="9"
              className={index === stops.length - 1 ? 'fill-seal stroke-paper' : 'fill-sheet stroke-seal'}
              strokeWidth="2"
            />
            <text
              x={x}
              y={y + 4}
              textAnchor="middle"
              className={`text-[11px] font-semibold tabular-nums ${index === stops.length - 1 ? 'fill-on-seal' : 'fill-ink'}`}
            >
              {index + 1}
            </text>
            {label && (
              <text
                x={label.x}
                y={label.y}
                textAnchor={label.anchor}
                className={`fill-ink stroke-paper text-[17px] [paint-order:stroke] ${
                  index === 0 || index === stops.length - 1
                    ? 'font-semibold max-sm:text-[28px]'
                    : 'max-sm:hidden'
                }`}
                strokeWidth="4"
                strokeLinejoin="round"
              >
                {name}
              </text>
            )}
          </g>
        ))}
      </svg>
      <figcaption className="flex flex-wrap gap-x-5 gap-y-1 border-t border-rule px-3 py-1.5 text-xs text-faded">
        {modes.map((mode) => (
          <span key={mode} className="inline-flex items-center gap-2">
            <svg viewBox="0 0 44 6" aria-hidden="true" className="h-1.5 w-11">
              <path
                d="M2 3h40"
                className="stroke-seal"
                strokeWidth="2.4"
                strokeLinecap="round"
                strokeDasharray={dashes[mode]}
              />
            </svg>
            {t(`mode.${mode}`)}
          </span>
        ))}
        <span>{t('map.note')}</span>
      </figcaption>
    </figure>
  );
}
