import type { OrganisationCard, ProblemDocument, Tour, TourStop } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { Form } from 'react-router';
import type { FormValues } from '../../platform/forms.ts';
import { Button } from '../../ui/button.tsx';
import { SearchField } from '../../ui/fields.tsx';
import { StopFields } from './stop-fields.tsx';
import type { CityPlace } from './tour-values.ts';

/** Adds a host that was found in the directory, or a place by its name. */
export function StopForm(props: {
  tour: Tour;
  /** What the directory found. */
  hosts: OrganisationCard[];
  query: string;
  cities: CityPlace[];
  values?: FormValues;
  problem?: ProblemDocument;
}) {
  const { t } = useTranslation('tours');
  const { tour, query } = props;
  return (
    <div id="add">
      <Form method="get" role="search" aria-label={t('stop.find')} className="flex flex-wrap items-end gap-3">
        <SearchField name="host" label={t('stop.find')} defaultValue={query} />
        <Button>{t('stop.search')}</Button>
      </Form>
      <Form method="post" className="mt-4" key={`${tour.stops.length}/${query}`}>
        <input type="hidden" name="act" value="add" />
        <StopFields {...props} stop={null} />
        <p className="mt-4">
          <Button>{t('stop.add')}</Button>
        </p>
      </Form>
    </div>
  );
}

/** Changes a stop where it stands; its visit stays at its hour where it still can be. */
export function ChangeStop(props: {
  tour: Tour;
  stop: TourStop;
  cities: CityPlace[];
  /** What was typed, where it was refused. */
  values?: FormValues;
  problem?: ProblemDocument;
}) {
  const { t } = useTranslation('tours');
  const { tour, stop, values } = props;
  return (
    <details className="mt-2" open={values !== undefined} key={`${tour.version}`}>
      <summary className="link">{t('stop.change')}</summary>
      <Form method="post" className="mt-3">
        <input type="hidden" name="act" value="change" />
        <input type="hidden" name="stop" value={stop.id} />
        <input type="hidden" name="version" value={tour.version} />
        <StopFields {...props} hosts={[]} />
        <p className="mt-4">
          <Button>{t('stop.saveChange')}</Button>
        </p>
      </Form>
    </details>
  );
}
