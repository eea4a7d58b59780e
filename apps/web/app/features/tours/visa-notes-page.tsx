import type { CountryVisaNote } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { Form, Link } from 'react-router';
import { Button } from '../../ui/button.tsx';
import { useCountries } from '../../ui/countries.ts';
import { SelectField } from '../../ui/fields.tsx';
import { ListPage } from '../../ui/list-page.tsx';
import { Table } from '../../ui/table.tsx';
import { useWords } from '../../ui/text.ts';
import { useVisaRule, VisaSource } from './visa-words.tsx';

/** What guests of each country need to enter China, as far as something is known. */
export function VisaNotesPage({ notes, corrects }: { notes: CountryVisaNote[]; corrects: boolean }) {
  const { t, i18n } = useTranslation('tours');
  const countries = useCountries();
  const { day } = useWords();
  const rule = useVisaRule();
  const named = notes
    .map((note) => ({ ...note, name: countries.name(note.country) }))
    .toSorted((a, b) => a.name.localeCompare(b.name, i18n.language));
  return (
    <>
      <title>{t('visa.listTitle')}</title>
      <ListPage
        title={t('visa.listTitle')}
        count={t('visa.listLead')}
        tools={
          corrects && (
            <Form method="get" className="flex items-end gap-2">
              <SelectField
                name="country"
                label={t('visa.country')}
                options={[{ value: '', label: '–' }, ...countries.options()]}
              />
              <Button>{t('visa.open')}</Button>
            </Form>
          )
        }
      >
        <Table
          caption={t('visa.listTitle')}
          stacks
          columns={[t('visa.country'), t('visa.rule'), t('visa.validTo'), t('visa.sourceColumn')]}
          rows={named.map((note) => ({
            key: note.country,
            cells: [
              corrects ? (
                <Link key="country" to={`/visa-notes/${note.country}`} className="link">
                  {note.name}
                </Link>
              ) : (
                note.name
              ),
              rule(note.country, note),
              note.validTo ? day(note.validTo) : '',
              <VisaSource key="source" note={note} />,
            ],
          }))}
        />
      </ListPage>
    </>
  );
}
