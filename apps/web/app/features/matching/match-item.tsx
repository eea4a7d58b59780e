import type { Demand, DemandMatch, ProblemDocument } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { Form, Link } from 'react-router';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { SelectField, TextField } from '../../ui/fields.tsx';
import { errorAt, ProblemNote } from '../../ui/problem-note.tsx';
import { inLanguage, useWords } from '../../ui/text.ts';
import { useReasons } from './reason-text.ts';
import { ScoreBar } from './score-bar.tsx';
import { matchAnswers } from '@jiechuan/contract/words';

/** One product held against a demand: its points and why, what it gives, what to do with it. */
export function MatchItem(props: {
  demand: Demand;
  match: DemandMatch;
  /** Its reasons are shown from the start. */
  open: boolean;
  /** The answer to this match that was refused. */
  problem?: ProblemDocument;
}) {
  const { t } = useTranslation(['matching', 'words']);
  const { number, of, language, moment } = useWords();
  const say = useReasons();
  const { demand, match, problem } = props;
  const { product } = match;
  const name = inLanguage(product.names, language);
  const unit = t(`words:quantity.${demand.unit === 'TNE' ? 'KGM' : demand.unit}`);
  const out = match.blockedBy.length > 0;
  const acts = demand.mine && demand.state === 'open';
  return (
    <li id={`match-${product.id}`} className="border-b border-rule py-4">
      <div className="grid items-start gap-x-6 gap-y-2 sm:grid-cols-[minmax(0,1fr)_14rem]">
        <div className="min-w-0">
          <h3 className="font-name text-lg font-semibold">
            <Link to={`/products/${product.id}`} lang={name.lang} className="hover:text-seal">
              {name.text}
            </Link>
          </h3>
          <p className="text-sm text-faded">
            <Link to={`/members/${product.maker.id}`} className="link">
              {of(product.maker.names)}
            </Link>{' '}
            · {product.sku}
          </p>
          <p className="mt-1 flex flex-wrap gap-1">
            {match.given > 0 && (
              <Badge tone="celadon">
                {t('matching:match.gives', { quantity: number(match.given), unit })}
              </Badge>
            )}
            {match.answer && (
              <Badge tone={match.answer.answer === 'taken' ? 'celadon' : 'seal'}>
                {t(`matching:answered.${match.answer.answer}`)}
              </Badge>
            )}
          </p>
        </div>
        <div>
          <p className="tabular-nums">
            <span className="font-heading text-2xl">{number(match.points)}</span>
            <span className="text-sm text-faded"> / {number(1000)}</span>
          </p>
          <ScoreBar reasons={match.reasons} />
        </div>
      </div>
      {out && (
        <ul className="mt-2 list-disc ps-5 text-seal">
          {match.blockedBy.map((one) => (
            <li key={one.code + JSON.stringify(one.params)}>{say.blocked(one)}</li>
          ))}
        </ul>
      )}
      <details open={props.open} className="mt-2">
        <summary className="link w-fit text-sm">{t('matching:match.reasons')}</summary>
        <table className="mt-2 w-full text-sm">
          <caption className="sr-only">{t('matching:match.reasonsOf', { product: name.text })}</caption>
          <thead className="sr-only">
            <tr>
              <th scope="col">{t('matching:match.criterion')}</th>
              <th scope="col">{t('matching:match.points')}</th>
              <th scope="col">{t('matching:match.why')}</th>
            </tr>
          </thead>
          <tbody>
            {match.reasons.map((reason) => (
              <tr key={reason.criterion} className="border-t border-rule align-top">
                <th scope="row" className="w-28 py-1 pe-3 text-start font-medium">
                  {t(`matching:criterion.${reason.criterion}`)}
                </th>
                <td className="w-20 py-1 pe-4 text-end whitespace-nowrap tabular-nums">
                  {number(reason.points)}
                  <span className="text-faded"> / {number(reason.most)}</span>
                </td>
                <td className="py-1">{say.reason(reason, demand.arrives !== null)}</td>
              </tr>
            ))}
            <tr className="border-t border-ink">
              <th scope="row" className="py-1 text-start font-medium">
                {t('matching:match.sum')}
              </th>
              <td colSpan={2} className="py-1 ps-10 font-semibold tabular-nums">
                {number(match.points)}
              </td>
            </tr>
          </tbody>
        </table>
      </details>
      <div className="mt-3 flex flex-wrap items-end gap-x-5 gap-y-3 print:hidden">
        {acts && (
          <>
            <Link to={`/introductions/new?organisation=${product.maker.id}`} className="link">
              {t('matching:match.introduction')}
            </Link>
            <Link to={`/plans/new?product=${product.id}&market=${demand.market}`} className="link">
              {t('matching:match.plan')}
            </Link>
            <Link to={`/deals/new?product=${product.id}&demand=${demand.id}`} className="link">
              {t('matching:match.deal')}
            </Link>
          </>
        )}
        {match.answer && (
          <span className="text-sm text-faded">
            {t('matching:match.answeredAt', { moment: moment(match.answer.at) })}
          </span>
        )}
      </div>
      {acts && (
        <>
          <ProblemNote problem={problem} />
          <Form method="post" className="mt-3 flex flex-wrap items-end gap-3 print:hidden">
            <input type="hidden" name="act" value="answer" />
            <input type="hidden" name="productId" value={product.id} />
            <SelectField
              name="answer"
              label={t('matching:match.yourAnswer')}
              error={errorAt(problem, 'answer')}
              defaultValue={match.answer?.answer ?? 'taken'}
              options={matchAnswers.map((one) => ({ value: one, label: t(`matching:answer.${one}`) }))}
              className="w-64 max-w-full"
            />
            <TextField
              name="note"
              label={t('matching:match.note')}
              error={errorAt(problem, 'note')}
              maxLength={1000}
              className="w-72 max-w-full"
            />
            <Button>{t('matching:match.send')}</Button>
          </Form>
        </>
      )}
    </li>
  );
}
