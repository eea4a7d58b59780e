import type { listPlanVersions, ResponseOf } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { Form, Link } from 'react-router';
import { Button } from '../../ui/button.tsx';
import { SelectField } from '../../ui/fields.tsx';
import { Pagination } from '../../ui/pagination.tsx';
import { Section } from '../../ui/section.tsx';
import { useWords } from '../../ui/text.ts';
import { VerdictMark } from './verdict-mark.tsx';

/** Everything a plan has ever answered: when, by whom it was reckoned, what came out; any two can be compared. */
export function PlanVersions(props: {
  id: string;
  name: { text: string; lang: string };
  market: string;
  versions: ResponseOf<typeof listPlanVersions>['items'];
  nextCursor: string | null;
  /** Other plans that this one may be compared with. */
  others: { id: string; name: string; version: number }[];
}) {
  const { t } = useTranslation('plans');
  const { moment, day } = useWords();
  const options = props.versions.map(({ version, on }) => ({
    value: String(version),
    label: `${t('page.version', { version })} · ${day(on)}`,
  }));
  const [newest] = props.versions;
  return (
    <>
      <title>{t('versions.title')}</title>
      <p>
        <Link to={`/plans/${props.id}`} className="link">
          {t('versions.back')}
        </Link>
      </p>
      <h1 className="mt-2 text-3xl">{t('versions.title')}</h1>
      <p className="mt-1 mb-6 font-name text-xl">
        <span lang={props.name.lang}>{props.name.text}</span> → {props.market}
      </p>
      <Section title={t('versions.allTitle')}>
        <ol className="border-t border-ink">
          {props.versions.map(({ version, at, by, verdict }) => (
            <li
              key={version}
              className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-rule py-2 tabular-nums"
            >
              <Link
                to={
                  version === newest?.version ? `/plans/${props.id}` : `/plans/${props.id}?number=${version}`
                }
                className="link w-24"
              >
                {t('page.version', { version })}
              </Link>
              <time dateTime={at} className="w-44">
                {moment(at)}
              </time>
              <span className="flex grow items-center gap-2">
                <VerdictMark verdict={verdict} className="size-5 shrink-0" />
                {t(`verdict.${verdict}Title`)}
              </span>
              <span className="text-faded">{by}</span>
              {version > 1 && (
                <Link
                  to={`/plans/${props.id}/compare?from=${version - 1}&to=${version}`}
                  className="link text-sm"
                >
                  {t('versions.changed')}
                </Link>
              )}
            </li>
          ))}
        </ol>
        <Pagination nextCursor={props.nextCursor} />
      </Section>
      {options.length > 1 && (
        <Section title={t('versions.compareTitle')}>
          <Form method="get" action={`/plans/${props.id}/compare`} className="flex flex-wrap items-end gap-3">
            <SelectField
              name="from"
              label={t('compare.from')}
              defaultValue={options[1]!.value}
              options={options}
            />
            <SelectField
              name="to"
              label={t('compare.to')}
              defaultValue={options[0]!.value}
              options={options}
            />
            <Button>{t('compare.go')}</Button>
          </Form>
        </Section>
      )}
      {props.others.length > 0 && newest && (
        <Section title={t('versions.othersTitle')} note={t('versions.othersNote')}>
          <ul className="border-t border-ink">
            {props.others.map(({ id, name, version }) => (
              <li key={id} className="border-b border-rule py-1.5">
                <Link
                  to={`/plans/${props.id}/compare?from=${newest.version}&to=${version}&with=${id}`}
                  className="link"
                >
                  {name}
                </Link>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}
