import type { listMyOrganisations, ProblemDocument, ResponseOf } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { Form } from 'react-router';
import { Button } from '../../ui/button.tsx';
import { Pagination } from '../../ui/pagination.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { inLanguage, useWords } from '../../ui/text.ts';

/** The organisations one belongs to; one of them is acted for, any other can be chosen. */
export function OrganisationsPage(props: {
  page: ResponseOf<typeof listMyOrganisations>;
  problem?: ProblemDocument;
}) {
  const { t } = useTranslation('accounts');
  const { language } = useWords();
  const { items, nextCursor } = props.page;
  return (
    <>
      <title>{t('organisations.title')}</title>
      <h1 className="text-3xl">{t('organisations.title')}</h1>
      <p className="measure mt-2 mb-6 text-faded">{t('organisations.about')}</p>
      <ProblemNote problem={props.problem} />
      <ul className="border-t border-ink">
        {items.map(({ id, names, role, acting }) => {
          const { text, lang } = inLanguage(names, language);
          return (
            <li
              key={id}
              className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-b border-rule py-3"
            >
              <div className="min-w-0">
                <p lang={lang} className="font-name text-lg">
                  {text}
                </p>
                <p className="text-sm text-faded">{t(`role.${role}`)}</p>
              </div>
              {acting ? (
                <p aria-current="true" className="text-sm font-medium text-celadon-ink">
                  {t('organisations.acting')}
                </p>
              ) : (
                <Form method="post">
                  <Button name="id" value={id} aria-label={t('organisations.chooseOne', { name: text })}>
                    {t('organisations.choose')}
                  </Button>
                </Form>
              )}
            </li>
          );
        })}
      </ul>
      <Pagination nextCursor={nextCursor} />
    </>
  );
}
