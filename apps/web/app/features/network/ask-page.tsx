import type { findIntroductions, IntroductionWay, ProblemDocument, ResponseOf } from '@jiechuan/contract';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Form, Link } from 'react-router';
import { Button } from '../../ui/button.tsx';
import { DraftNote } from '../../ui/draft-note.tsx';
import { useDraft } from '../../ui/draft.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { TextArea } from '../../ui/fields.tsx';
import { errorAt, ProblemNote } from '../../ui/problem-note.tsx';
import { inLanguage, useWords } from '../../ui/text.ts';
import { typedOr, type FormValues } from '../../platform/forms.ts';
import { MemberSearch } from './member-search.tsx';
import type { PartnerName } from './partner-name.tsx';
import { PathDrawing, type Stop } from './path-drawing.tsx';
import { Trust } from './trust.tsx';

type Partner = Parameters<typeof PartnerName>[0]['partner'];

export interface AskPageProps {
  target: Partner | null;
  /** Null where none can be looked for; `problem` says why. */
  ways: ResponseOf<typeof findIntroductions> | null;
  search: Parameters<typeof MemberSearch>[0];
  values?: FormValues;
  problem?: ProblemDocument;
}

/** Who could introduce us to a member: ways drawn, one chosen, and why we want to be introduced. */
export function AskPage({ target, ways, search, values, problem }: AskPageProps) {
  const { t } = useTranslation('network');
  const { language } = useWords();
  const name = target && inLanguage(target.names, language);
  return (
    <>
      <title>{t('ask.title')}</title>
      <div className="ledger-rule pt-4 pb-6">
        <h1 className="text-3xl">{t('ask.title')}</h1>
        {name && target ? (
          <p className="mt-1 text-xl">
            <Link to={`/members/${target.id}`} lang={name.lang} className="link font-name">
              {name.text}
            </Link>
          </p>
        ) : (
          <p className="measure mt-2 text-faded">{t('ask.lead')}</p>
        )}
      </div>
      <ProblemNote problem={problem} />
      {target === null ? (
        <MemberSearch {...search} />
      ) : (
        ways && <Ways key={target.id} {...{ target, ways, values, problem }} />
      )}
    </>
  );
}

function Ways(
  props: Pick<AskPageProps, 'values' | 'problem'> & {
    target: Partner;
    ways: ResponseOf<typeof findIntroductions>;
  },
) {
  const { t } = useTranslation('network');
  const { target, ways } = props;
  if (ways.known)
    return (
      <EmptyState title={t('ask.known')}>
        <Link to={`/members/${target.id}`} className="link">
          {t('page.toMember')}
        </Link>
      </EmptyState>
    );
  if (ways.ways.length === 0)
    return (
      <EmptyState title={t('ask.noWay')}>
        <p>{t('ask.noWayAdvice')}</p>
        <p className="mt-3 flex flex-wrap justify-center gap-x-5 gap-y-2">
          <Link to="/network/new" className="link">
            {t('new.title')}
          </Link>
          <Link to={`/members?kind=association&country=${target.country}`} className="link">
            {t('ask.associations')}
          </Link>
        </p>
      </EmptyState>
    );
  return <AskForm {...props} ways={ways.ways} />;
}

const stopsOf = (way: IntroductionWay, target: Partner): Stop[] => [
  { is: 'us' },
  { is: 'named', partner: way.through },
  ...(way.second === null
    ? []
    : way.second.partner
      ? [{ is: 'named' as const, partner: way.second.partner }]
      : [{ is: 'unnamed' as const, kind: way.second.kind, country: way.second.country }]),
  { is: 'named', partner: target },
];

function AskForm(
  props: Pick<AskPageProps, 'values' | 'problem'> & { target: Partner; ways: IntroductionWay[] },
) {
  const { t } = useTranslation('network');
  const { target, problem } = props;
  const draft = useDraft(`introduction:${target.id}`);
  const { keep } = draft;
  useEffect(() => {
    if (problem) keep();
  });
  const typed = typedOr(props.values);
  const chosen = typed('through', props.ways[0]?.through.id);
  return (
    <Form method="post" {...draft.form} className="max-w-4xl">
      <DraftNote {...draft} />
      <input type="hidden" name="organisationId" value={target.id} />
      <fieldset>
        <legend className="mb-2 text-lg font-medium">{t('ask.through')}</legend>
        <div className="border-t border-ink">
          {props.ways.map((way) => (
            <label
              key={way.through.id}
              className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-1 border-b border-rule px-1 py-3 has-checked:bg-wash sm:grid-cols-[auto_minmax(0,1fr)_9rem]"
            >
              <input
                type="radio"
                name="through"
                value={way.through.id}
                defaultChecked={way.through.id === chosen}
                required
                className="mt-1 self-start accent-seal"
              />
              <PathDrawing stops={stopsOf(way, target)} />
              <span className="col-start-2 text-faded sm:col-start-3 sm:text-end">
                <Trust thousandths={way.trust} />
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      <p className="measure my-4 text-sm text-faded">{t('ask.rules')}</p>
      <TextArea
        name="purpose"
        label={t('ask.purpose')}
        hint={t('ask.purposeHint')}
        error={errorAt(problem, 'purpose')}
        defaultValue={typed('purpose', '')}
        maxLength={2000}
        required
      />
      <p className="mt-4">
        <Button look="main">{t('ask.send')}</Button>
      </p>
    </Form>
  );
}
