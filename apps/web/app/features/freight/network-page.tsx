import type { getNetwork, listServices, ResponseOf } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { ButtonLink } from '../../ui/button.tsx';
import { SelectField } from '../../ui/fields.tsx';
import { ListForm } from '../../ui/list-form.tsx';
import { ListPage } from '../../ui/list-page.tsx';
import { NoneFound } from '../../ui/none-found.tsx';
import { Pagination } from '../../ui/pagination.tsx';
import { useWords } from '../../ui/text.ts';
import { ModeSign, NetworkMap } from './network-map.tsx';
import { ServiceTable } from './service-table.tsx';

const modes = ['rail', 'sea', 'river', 'air', 'road'] as const;

/** The network: drawn on the world, and every service in the table under it. */
export function NetworkPage(props: {
  network: ResponseOf<typeof getNetwork>;
  services: ResponseOf<typeof listServices>;
  hubs: ResponseOf<typeof getNetwork>['hubs'];
  secretariat: boolean;
}) {
  const { network, services, hubs } = props;
  const { t } = useTranslation(['freight', 'words']);
  const { of, number, language } = useWords();
  const [search] = useSearchParams();
  const any = { value: '', label: t('freight:network.any') };
  const byName = new Intl.Collator(language);
  const chosen = hubs.find(({ id }) => id === search.get('hub'));
  return (
    <ListForm label={t('freight:network.label')}>
      <title>{t('freight:network.title')}</title>
      <ListPage
        title={t('freight:network.title')}
        count={t('freight:network.count', { count: services.total, hubs: number(network.hubs.length) })}
        tools={
          <>
            <SelectField
              name="mode"
              label={t('freight:network.mode')}
              defaultValue={search.get('mode') ?? ''}
              options={[any, ...modes.map((mode) => ({ value: mode, label: t(`words:mode.${mode}`) }))]}
            />
            <SelectField
              name="hub"
              label={t('freight:network.hub')}
              className="w-56 max-w-full"
              defaultValue={search.get('hub') ?? ''}
              options={[
                any,
                ...hubs
                  .map((hub) => ({ value: hub.id, label: of(hub.names) }))
                  .toSorted((a, b) => byName.compare(a.label, b.label)),
              ]}
            />
            <SelectField
              name="confidence"
              label={t('freight:network.confidence')}
              defaultValue={search.get('confidence') ?? ''}
              options={[
                any,
                { value: 'published', label: t('words:confidence.published') },
                { value: 'estimated', label: t('words:confidence.estimated') },
              ]}
            />
            <noscript>
              <button className="min-h-9 border border-field px-3">{t('freight:network.apply')}</button>
            </noscript>
          </>
        }
      >
        <p className="mb-3 flex flex-wrap gap-x-5 gap-y-1 text-sm">
          {network.counts.map(({ mode, services: count }) => (
            <span key={mode} className="whitespace-nowrap tabular-nums">
              <ModeSign mode={mode} />
              {t(`words:mode.${mode}`)} {number(count)}
            </span>
          ))}
        </p>
        <NetworkMap network={network} />
        <p className="measure my-4 text-sm text-faded">{t('freight:network.note')}</p>
        {chosen && (
          <p className="mb-3">
            <Link to={`/freight/hubs/${chosen.id}`} className="link">
              {t('freight:network.departures', { hub: of(chosen.names) })}
            </Link>
          </p>
        )}
        {services.items.length === 0 ? (
          <NoneFound title={t('freight:network.empty')}>{t('freight:network.emptyAdvice')}</NoneFound>
        ) : (
          <ServiceTable services={services.items} />
        )}
        <Pagination nextCursor={services.nextCursor} />
        <p className="mt-5 flex flex-wrap gap-x-5 gap-y-2 text-sm print:hidden">
          <a href="/api/v1/freight/services/export.csv" className="link" download>
            {t('freight:network.export')}
          </a>
          <Link to="/freight/quote" className="link">
            {t('freight:network.quote')}
          </Link>
        </p>
        {props.secretariat && (
          <p className="mt-4 flex flex-wrap gap-3">
            <ButtonLink to="/freight/import">{t('freight:network.import')}</ButtonLink>
            <ButtonLink to="/freight/hubs/new">{t('freight:hubForm.newTitle')}</ButtonLink>
          </p>
        )}
      </ListPage>
    </ListForm>
  );
}
