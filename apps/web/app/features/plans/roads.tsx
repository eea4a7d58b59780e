import { useTranslation } from 'react-i18next';
import { Form, useSearchParams } from 'react-router';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Section } from '../../ui/section.tsx';
import { textOf, Reasons } from './reasons.tsx';
import { RoadChartFigure } from './road-chart.tsx';
import { RoadLegs } from './road-legs.tsx';
import { RoadMap } from './road-map.tsx';
import { RoadTable } from './road-table.tsx';
import type { RoadsView } from './roads-view.server.ts';

/** The roads: the one shown on the map, all worth a look on the chart and in a table, the one shown leg by leg. */
export function Roads(props: {
  roads: RoadsView;
  /** The plan's version, where the reader may take another road. */
  takes: number | null;
}) {
  const { t } = useTranslation('plans');
  const [search] = useSearchParams();
  const { roads } = props;
  const { shown, chosen, few, beaten, frontSize, map, chart } = roads;
  const addressOf = (key: string) => {
    const query = new URLSearchParams(search);
    query.set('road', key);
    return `?${query}`;
  };
  return (
    <Section
      id="roads"
      title={t('road.title')}
      note={few.length > 0 && t('road.note', { count: frontSize, few: few.length })}
    >
      <Reasons reasons={roads.reasons} className="mb-4" />
      {!shown ? (
        <EmptyState title={t('road.none')}>{t('road.noneAdvice')}</EmptyState>
      ) : (
        <>
          {map && <RoadMap drawing={map} />}
          <div className="mt-5 space-y-5">
            {chart && (
              <RoadChartFigure
                chart={chart}
                roads={few}
                shown={shown.key}
                chosen={chosen}
                addressOf={addressOf}
              />
            )}
            <div>
              <RoadTable roads={[...few, ...beaten]} shown={shown.key} chosen={chosen} />
              {beaten.length > 0 && (
                <p className="mt-3 max-w-prose text-sm text-faded">{t('road.beatenNote')}</p>
              )}
              {props.takes !== null && shown.key !== chosen && !shown.beaten && (
                <Form method="post" className="mt-3 flex flex-wrap items-center gap-3">
                  <input type="hidden" name="version" value={props.takes} />
                  <input type="hidden" name="road" value={shown.key} />
                  <Button look="main" name="act" value="takeRoad">
                    {t('road.take')}
                  </Button>
                  <span className="text-sm text-faded">{t('road.takeNote')}</span>
                </Form>
              )}
            </div>
          </div>
          <h3 className="mt-6 mb-3 text-lg">{t('road.legsTitle')}</h3>
          <RoadLegs legs={roads.legs} />
          {roads.life && <p className="mt-4 text-sm text-faded">{textOf(roads.life)}</p>}
        </>
      )}
      {roads.refusedServices.length > 0 && (
        <details className="mt-4 text-sm">
          <summary className="link w-fit">{t('road.refusedServices')}</summary>
          <Reasons reasons={roads.refusedServices} className="mt-2" />
        </details>
      )}
    </Section>
  );
}
