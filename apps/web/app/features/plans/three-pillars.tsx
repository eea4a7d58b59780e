import type { Pillar } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { Badge } from '../../ui/badge.tsx';
import { Section } from '../../ui/section.tsx';
import { OutcomeMark } from './outcome-mark.tsx';
import { textOf } from './reasons.tsx';

/** Culture, channel, quality: what of each is there and what is missing. An empty one keeps the plan from being ready. */
export function ThreePillars({ pillars }: { pillars: readonly Pillar[] }) {
  const { t } = useTranslation('plans');
  return (
    <Section id="pillars" title={t('pillars.title')} note={t('pillars.note')}>
      <div className="grid gap-x-6 gap-y-5 md:grid-cols-3">
        {pillars.map(({ pillar, state, items }) => (
          <div
            key={pillar}
            className={`border-t-4 pt-2 ${state === 'empty' ? 'border-dashed border-seal' : state === 'full' ? 'border-celadon' : 'border-field'}`}
          >
            <h3 className="flex flex-wrap items-center gap-2 text-lg">
              {t(`pillar.${pillar}`)}
              <Badge tone={state === 'empty' ? 'seal' : state === 'full' ? 'celadon' : 'plain'}>
                {t(`pillarState.${state}`)}
              </Badge>
            </h3>
            <ul className="mt-1 space-y-1 text-sm">
              {items.map((item) => (
                <li key={item.code} className="flex items-start gap-2">
                  <span className="mt-0.5">
                    <OutcomeMark outcome={item.there ? 'pass' : 'gap'} />
                  </span>
                  <span className={item.there ? '' : 'text-faded'}>
                    <span className="sr-only">{item.there ? t('pillars.there') : t('pillars.missing')}</span>{' '}
                    {textOf(item)}
                  </span>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </Section>
  );
}
