import type { Introduction } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { useCountries } from '../../ui/countries.ts';
import { PartnerName } from './partner-name.tsx';

type Partner = Introduction['asker'];

/** Who stands on a way: the reader's own, somebody by name, one whose name isn't told, or whoever is found on the way. */
export type Stop =
  | { is: 'us' }
  | { is: 'named'; partner: Partner }
  | { is: 'unnamed'; kind: string; country: string }
  | { is: 'open' };

/** A way from one to another: side by side where there is room, below each other on a phone. */
export function PathDrawing({ stops, linked = false }: { stops: readonly Stop[]; linked?: boolean }) {
  return (
    <ol className="grid gap-y-0 sm:auto-cols-fr sm:grid-flow-col">
      {stops.map((stop, index) => {
        const untold = stop.is === 'unnamed' || stop.is === 'open';
        return (
          <li
            key={stop.is === 'named' ? stop.partner.id : `${stop.is}${index}`}
            className="relative flex min-w-0 gap-3 pb-3 last:pb-0 sm:block sm:pe-4 sm:pb-0"
          >
            {index < stops.length - 1 && (
              <span
                aria-hidden="true"
                className={`absolute start-[0.4375rem] top-3 h-full border-s-2 sm:start-2 sm:top-[0.4375rem] sm:h-0 sm:w-full sm:border-s-0 sm:border-t-2 ${stops[index + 1]!.is === 'open' || stop.is === 'open' ? 'border-dashed border-field' : 'border-celadon'}`}
              />
            )}
            <span
              aria-hidden="true"
              className={`relative mt-1 block size-4 shrink-0 rounded-full border-2 sm:mt-0 sm:mb-1.5 ${untold ? 'border-dashed border-field bg-paper' : index === stops.length - 1 ? 'border-seal bg-seal' : 'border-celadon bg-celadon'}`}
            />
            <StopName stop={stop} linked={linked} />
          </li>
        );
      })}
    </ol>
  );
}

function StopName({ stop, linked }: { stop: Stop; linked: boolean }) {
  const { t } = useTranslation(['network', 'words']);
  const countries = useCountries();
  switch (stop.is) {
    case 'us':
      return <span className="font-semibold">{t('network:path.us')}</span>;
    case 'named':
      return <PartnerName partner={stop.partner} to={linked ? `/members/${stop.partner.id}` : undefined} />;
    case 'unnamed':
      return (
        <span className="text-faded">
          {t(`words:kind.${stop.kind}`)} · {countries.name(stop.country)}
          <span className="block text-xs">{t('network:path.nameUntold')}</span>
        </span>
      );
    default:
      return <span className="text-sm text-faded">{t('network:path.open')}</span>;
  }
}
