import type { Market, ProblemDocument } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { Form } from 'react-router';
import { Button } from '../../ui/button.tsx';
import { SelectField, TextArea, TextField } from '../../ui/fields.tsx';
import { errorAt, ProblemNote } from '../../ui/problem-note.tsx';
import { questionSubjects } from '@jiechuan/contract/words';
import { useMarketWords } from './words.ts';

/** Asks the members of a market about a pack or an offer, with pictures where there are any. */
export function AskForm(props: {
  markets: Market[];
  market?: string;
  product: { id: string; names: Record<string, string> } | null;
  entered?: Record<string, unknown>;
  problem?: ProblemDocument;
}) {
  const { t } = useTranslation('markets');
  const words = useMarketWords();
  const { problem, product } = props;
  const entered = (name: string) =>
    typeof props.entered?.[name] === 'string' ? props.entered[name] : undefined;
  return (
    <article>
      <title>{t('ask.new')}</title>
      <h1 className="text-3xl">{t('ask.new')}</h1>
      <p className="measure mt-2 mb-5 text-faded">{t('ask.lead')}</p>
      <ProblemNote problem={problem} />
      <Form method="post" encType="multipart/form-data" className="grid max-w-2xl gap-4">
        {product && <input type="hidden" name="productId" value={product.id} />}
        <div className="grid gap-4 sm:grid-cols-2">
          <SelectField
            name="market"
            label={t('ask.market')}
            defaultValue={entered('market') ?? props.market}
            error={errorAt(problem, 'market')}
            options={props.markets.map((market) => ({ value: market.code, label: words.of(market.names) }))}
          />
          <SelectField
            name="subject"
            label={t('ask.subject')}
            defaultValue={entered('subject')}
            options={questionSubjects.map((subject) => ({ value: subject, label: t(`subject.${subject}`) }))}
          />
        </div>
        <TextField
          name="about"
          label={t('ask.about')}
          hint={t('ask.aboutHint')}
          defaultValue={entered('about') ?? (product ? words.of(product.names) : undefined)}
          error={errorAt(problem, 'about')}
          required
          maxLength={200}
        />
        <TextArea
          name="text"
          label={t('ask.text')}
          defaultValue={entered('text')}
          error={errorAt(problem, 'text')}
          required
          maxLength={4000}
        />
        <TextField
          name="pictures"
          type="file"
          accept="image/jpeg,image/png,image/webp"
          multiple
          label={t('ask.pictures')}
          hint={t('ask.picturesHint')}
          error={errorAt(problem, 'pictures')}
        />
        <p>
          <Button look="main">{t('ask.send')}</Button>
        </p>
      </Form>
    </article>
  );
}
