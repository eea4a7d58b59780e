import type { listShipments, ResponseOf } from '@jiechuan/contract';
import { shipmentStatuses } from '@jiechuan/contract/words';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { ButtonLink } from '../../ui/button.tsx';
import { useCountries } from '../../ui/countries.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { SearchField, SelectField } from '../../ui/fields.tsx';
import { ListForm } from '../../ui/list-form.tsx';
import { ListPage } from '../../ui/list-page.tsx';
import { Pagination } from '../../ui/pagination.tsx';
import { Table } from '../../ui/table.tsx';
import { useWords } from '../../ui/text.ts';
import { StatusBadge } from './status-badge.tsx';

/** Shipments that concern the reader: where each stands. */
export function ShipmentList({
  found,
  mayRegister,
}: {
  found: ResponseOf<typeof listShipments>;
  mayRegister: boolean;
}) {
  const { t } = useTranslation(['shipments', 'words']);
  const { of, weight, moment, number } = useWords();
  const countries = useCountries();
  const [search] = useSearchParams();
  return (
    <ListForm label={t('shipments:list.label')}>
      <title>{t('shipments:list.title')}</title>
      <ListPage
        title={t('shipments:list.title')}
        count={t('shipments:list.lead')}
        tools={
          <>
            <SearchField name="q" label={t('shipments:list.search')} defaultValue={search.get('q') ?? ''} />
            <SelectField
              name="status"
              label={t('shipments:list.status')}
              defaultValue={search.get('status') ?? ''}
              options={[
                { value: '', label: t('shipments:list.any') },
                ...shipmentStatuses.map((one) => ({ value: one, label: t(`words:shipmentStatus.${one}`) })),
              ]}
            />
            {mayRegister && (
              <ButtonLink to="/shipments/new" look="main">
                {t('shipments:list.register')}
              </ButtonLink>
            )}
          </>
        }
      >
        {found.items.length === 0 ? (
          <EmptyState title={t('shipments:list.empty')}>{t('shipments:list.emptyAdvice')}</EmptyState>
        ) : (
          <Table
            stacks
            caption={t('shipments:list.title')}
            columns={[
              t('shipments:reference'),
              t('shipments:consignor'),
              t('shipments:market'),
              t('shipments:list.status'),
              t('shipments:weight'),
              t('shipments:units'),
              t('shipments:list.last'),
            ]}
            numeric={[4, 5]}
            rows={found.items.map((one) => ({
              key: one.id,
              cells: [
                <Link key="reference" to={`/shipments/${one.id}`} className="link font-medium">
                  {one.reference}
                </Link>,
                of(one.consignor.names),
                countries.name(one.market),
                <StatusBadge key="status" status={one.status} />,
                weight(one.grossWeightG),
                number(one.containers + one.parcels),
                one.lastEventAt ? moment(one.lastEventAt) : '',
              ],
            }))}
          />
        )}
        <Pagination nextCursor={found.nextCursor} />
      </ListPage>
    </ListForm>
  );
}
