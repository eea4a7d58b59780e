import type { ProductStanding } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { Form, Link } from 'react-router';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Section } from '../../ui/section.tsx';
import { MarketMarks } from './market-marks.tsx';
import { ReachMap } from './reach-map.tsx';

/** On a product's page in its maker's hands: how far it has come, and whether everybody may see it. */
export function StandingSection({ standing, shows }: { standing: ProductStanding; shows: boolean }) {
  const { t } = useTranslation('symbols');
  return (
    <Section id="standing" title={t('standing.title')} note={t('standing.note')}>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <Badge tone={standing.stage === 'regional' ? 'plain' : 'celadon'}>
          {t(`stage.${standing.stage}`)}
        </Badge>
        <span className="text-sm text-faded">{t(`next.${standing.stage}`)}</span>
      </p>
      <div className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-2">
        <ReachMap markets={standing.markets} />
        <MarketMarks markets={standing.markets} />
      </div>
      <p className="mt-3 measure text-sm">
        {standing.shown ? t('standing.isShown') : t('standing.isHidden')}
      </p>
      <div className="mt-2 flex flex-wrap items-center gap-x-5 gap-y-2 print:hidden">
        {(standing.shown || shows) && (
          <Form method="post">
            {standing.shown ? (
              <Button name="act" value="hideSymbol">
                {t('standing.hide')}
              </Button>
            ) : (
              <Button name="act" value="showSymbol">
                {t('standing.show')}
              </Button>
            )}
          </Form>
        )}
        <Link to="/board/symbols" className="link text-sm">
          {t('title')}
        </Link>
      </div>
    </Section>
  );
}
