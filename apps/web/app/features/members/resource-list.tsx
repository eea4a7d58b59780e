import type { listResources, ResponseOf } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { ExportLinks } from '../../ui/export-links.tsx';
import { SearchField, SelectField, TextField } from '../../ui/fields.tsx';
import { ListForm } from '../../ui/list-form.tsx';
import { ListPage } from '../../ui/list-page.tsx';
import { NoneFound } from '../../ui/none-found.tsx';
import { Pagination } from '../../ui/pagination.tsx';
import { ResourceLine } from './resource-line.tsx';

const kinds = ['warehouse', 'shop', 'lawyer', 'chef', 'media', 'buyer'] as const;
const temperatures = ['ambient', 'cool', 'chilled', 'frozen'] as const;

/** What members lend each other: “chilled, Budapest” answers with how much and whom to ask. */
export function ResourceList({ found }: { found: ResponseOf<typeof listResources> }) {
  const { t } = useTranslation(['members', 'words']);
  const [search] = useSearchParams();
  const any = { value: '', label: t('members:resources.any') };
  return (
    <ListForm label={t('members:resources.label')}>
      <title>{t('members:resources.title')}</title>
      <ListPage
        title={t('members:resources.title')}
        count={t('members:resources.count', { count: found.total })}
        tools={
          <>
            <SearchField
              name="q"
              label={t('members:resources.search')}
              placeholder={t('members:resources.example')}
              defaultValue={search.get('q') ?? ''}
            />
            <TextField
              name="city"
              label={t('members:resources.city')}
              maxLength={100}
              autoComplete="off"
              defaultValue={search.get('city') ?? ''}
              className="w-40 max-w-full"
            />
            <SelectField
              name="kind"
              label={t('members:resources.kind')}
              defaultValue={search.get('kind') ?? ''}
              options={[any, ...kinds.map((kind) => ({ value: kind, label: t(`words:resource.${kind}`) }))]}
            />
            <SelectField
              name="temperatureClass"
              label={t('members:resources.temperature')}
              defaultValue={search.get('temperatureClass') ?? ''}
              options={[
                any,
                ...temperatures.map((one) => ({ value: one, label: t(`words:temperature.${one}`) })),
              ]}
            />
            <SelectField
              name="sort"
              label={t('members:resources.sort')}
              defaultValue={search.get('sort') ?? 'newest'}
              options={[
                { value: 'newest', label: t('members:resources.sortNewest') },
                { value: 'place', label: t('members:resources.sortPlace') },
                { value: 'member', label: t('members:resources.sortMember') },
              ]}
            />
          </>
        }
      >
        {found.items.length === 0 ? (
          <NoneFound title={t('members:resources.empty')}>{t('members:resources.emptyAdvice')}</NoneFound>
        ) : (
          <ul className="border-t border-ink">
            {found.items.map((resource) => (
              <ResourceLine key={resource.id} resource={resource} owner={resource.organisationNames} />
            ))}
          </ul>
        )}
        <Pagination nextCursor={found.nextCursor} />
        {found.items.length > 0 && <ExportLinks path="/resources" />}
      </ListPage>
    </ListForm>
  );
}
