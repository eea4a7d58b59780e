import type {
  CharterVersion,
  listCharterVersions,
  ProblemDocument,
  ResponseOf,
  Signatory,
} from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { Form, Link, useSearchParams } from 'react-router';
import { ButtonLink } from '../../ui/button.tsx';
import { ConfirmButton } from '../../ui/confirm-button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Pagination } from '../../ui/pagination.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { Section } from '../../ui/section.tsx';
import { inLanguage, useWords } from '../../ui/text.ts';

/** The charter in force or an earlier one, every version, and who signed. */
export function CharterPage(props: {
  charter: CharterVersion | null;
  /** The version in force. */
  newest: ResponseOf<typeof listCharterVersions>['items'][number] | undefined;
  versions: ResponseOf<typeof listCharterVersions>;
  signatories: Signatory[];
  nextCursor: string | null;
  /** The reader publishes versions and records who signed. */
  keeps: boolean;
  problem?: ProblemDocument;
}) {
  const { t } = useTranslation('members');
  const { language, day, of } = useWords();
  const { newest, versions } = props;
  const [search] = useSearchParams();
  /** A version, with the lists below it where they stand. */
  const to = (number: number) => {
    const query = new URLSearchParams(search);
    query.set('version', String(number));
    return `?${query}`;
  };
  const text = props.charter && inLanguage(props.charter.texts, language);
  return (
    <article>
      <title>{t('charter.title')}</title>
      <div className="mb-6 flex flex-wrap items-end justify-between gap-x-8 gap-y-3">
        <h1 className="text-4xl">{t('charter.title')}</h1>
        {props.keeps && (
          <p className="flex flex-wrap gap-3 print:hidden">
            <ButtonLink to="/charter/new">{t('charter.publishNew')}</ButtonLink>
            {newest && <ButtonLink to="/charter/signatories/new">{t('charter.recordNew')}</ButtonLink>}
          </p>
        )}
      </div>
      <ProblemNote problem={props.problem} />
      {props.charter && text ? (
        <Section
          title={t('charter.versionTitle', { number: props.charter.number })}
          note={t('charter.adopted', { day: day(props.charter.adoptedOn) })}
        >
          {newest && newest.number !== props.charter.number && (
            <p className="mb-4 border-s-4 border-seal bg-alarm-wash px-4 py-2 text-sm">
              {t('charter.earlier')}{' '}
              <Link to="/charter" className="link">
                {t('charter.toNewest', { number: newest.number })}
              </Link>
            </p>
          )}
          <div lang={text.lang} className="measure font-name leading-relaxed whitespace-pre-line">
            {text.text}
          </div>
        </Section>
      ) : (
        <EmptyState title={t('charter.empty')}>{t('charter.emptyAdvice')}</EmptyState>
      )}
      {newest && newest.number > 1 && (
        <Section id="versions" title={t('charter.versionsTitle')}>
          <ul className="space-y-1">
            {versions.items.map(({ number, adoptedOn }) => (
              <li key={number}>
                <Link
                  to={to(number)}
                  aria-current={number === props.charter?.number ? 'true' : undefined}
                  className="link aria-[current]:font-semibold"
                >
                  {t('charter.versionLink', { number, day: day(adoptedOn) })}
                </Link>
              </li>
            ))}
          </ul>
          <Pagination nextCursor={versions.nextCursor} of="versions" />
        </Section>
      )}
      {props.signatories.length > 0 && (
        <Section id="signatories" title={t('charter.signatoriesTitle')}>
          <ul className="grid gap-x-8 border-t border-ink sm:grid-cols-2">
            {props.signatories.map((one) => (
              <li key={one.id} className="flex flex-wrap justify-between gap-4 border-b border-rule py-2">
                <span>
                  <span className="font-name text-lg">{of(one.names)}</span>
                  {one.organisationNames && (
                    <span className="block text-sm text-faded">{of(one.organisationNames)}</span>
                  )}
                </span>
                <time dateTime={one.signedOn} className="shrink-0 pt-1 text-sm text-faded">
                  {day(one.signedOn)}
                </time>
                {props.keeps && (
                  <Form method="post" className="print:hidden">
                    <input type="hidden" name="id" value={one.id} />
                    <ConfirmButton
                      label={t('charter.removeSignature')}
                      question={t('charter.removeQuestion')}
                    />
                  </Form>
                )}
              </li>
            ))}
          </ul>
          <Pagination nextCursor={props.nextCursor} />
        </Section>
      )}
    </article>
  );
}
