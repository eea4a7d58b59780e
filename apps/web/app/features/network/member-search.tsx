import type { listMembers, ResponseOf } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { Form, Link } from 'react-router';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { SearchField } from '../../ui/fields.tsx';
import { PartnerName } from './partner-name.tsx';

/** Which member it is about: looked for by any word, then picked; the address keeps both. */
export function MemberSearch(props: {
  q: string;
  /** Undefined where nothing was looked for yet. */
  found?: ResponseOf<typeof listMembers>['items'];
  /** One's own organisation, which is never meant. */
  own: string | null;
}) {
  const { t } = useTranslation('network');
  const found = props.found?.filter(({ id }) => id !== props.own);
  return (
    <>
      <Form
        method="get"
        role="search"
        aria-label={t('pick.label')}
        className="flex flex-wrap items-end gap-3"
      >
        <SearchField
          key={props.q}
          name="q"
          label={t('pick.label')}
          hint={t('pick.hint')}
          defaultValue={props.q}
          required
        />
        <Button>{t('pick.search')}</Button>
      </Form>
      {found && (
        <div role="status" className="mt-5 max-w-3xl">
          {found.length === 0 ? (
            <EmptyState title={t('pick.none')}>
              <p>{t('pick.noneAdvice')}</p>
              <p className="mt-2">
                <Link to="/members" className="link">
                  {t('toMembers')}
                </Link>
              </p>
            </EmptyState>
          ) : (
            <ul className="border-t border-ink">
              {found.map((member) => (
                <li key={member.id} className="border-b border-rule py-2">
                  <PartnerName partner={member} to={`?organisation=${member.id}`} />
                </li>
              ))}
            </ul>
          )}
        </div>
      )}
    </>
  );
}
