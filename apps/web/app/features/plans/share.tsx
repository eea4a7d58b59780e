import type { listPlanShares, ProblemDocument, ResponseOf, sharePlan } from '@jiechuan/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Form } from 'react-router';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { CheckField, SelectField, TextField } from '../../ui/fields.tsx';
import { errorAt } from '../../ui/problem-note.tsx';
import { Section } from '../../ui/section.tsx';
import { useWords } from '../../ui/text.ts';

const audiences = ['members', 'link'] as const;

/** Links to the plan: whom one is for, whether it shows costs, until when; a new one is shown this once. */
export function Share(props: {
  shares: ResponseOf<typeof listPlanShares>['items'];
  /** The one just made, and where it leads. */
  made?: { address: string; share: Omit<ResponseOf<typeof sharePlan>, 'token'> };
  /** First and last day a link may end on, and what is offered: ISO days. */
  days: { first: string; offered: string };
  problem?: ProblemDocument;
}) {
  const { t } = useTranslation('plans');
  const { day } = useWords();
  const at = (name: string) => errorAt(props.problem, name);
  return (
    <Section id="share" title={t('share.title')} note={t('share.note')}>
      {props.made && <Made address={props.made.address} />}
      {props.shares.length > 0 && (
        <ul className="mb-5 border-t border-ink">
          {props.shares.map((share) => (
            <li
              key={share.id}
              className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-rule py-2 text-sm"
            >
              <Badge tone={share.audience === 'link' ? 'seal' : 'plain'}>
                {t(`share.audience.${share.audience}`)}
              </Badge>
              <span>{share.costs ? t('share.withCosts') : t('share.withoutCosts')}</span>
              <span className="grow text-faded">
                {[t('share.until', { day: day(share.expiresOn) }), share.by].filter(Boolean).join(' · ')}
              </span>
              <Form method="post">
                <input type="hidden" name="itemId" value={share.id} />
                <Button look="grave" name="act" value="unshare">
                  {t('share.close')}
                </Button>
              </Form>
            </li>
          ))}
        </ul>
      )}
      <Form method="post" className="grid max-w-2xl items-start gap-4 sm:grid-cols-2">
        <SelectField
          name="audience"
          label={t('share.who')}
          error={at('audience')}
          options={audiences.map((one) => ({ value: one, label: t(`share.audience.${one}`) }))}
        />
        <TextField
          name="expiresOn"
          type="date"
          label={t('share.expiresOn')}
          error={at('expiresOn')}
          defaultValue={props.days.offered}
          min={props.days.first}
          required
        />
        <CheckField name="costs" label={t('share.costs')} hint={t('share.costsHint')} />
        <div>
          <Button name="act" value="share">
            {t('share.make')}
          </Button>
        </div>
      </Form>
    </Section>
  );
}

function Made({ address }: { address: string }) {
  const { t } = useTranslation('plans');
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(address);
    setCopied(true);
  };
  return (
    <div role="status" className="mb-5 border-s-4 border-celadon bg-celadon-wash px-4 py-3">
      <p>{t('share.once')}</p>
      <p className="my-2 font-mono text-sm break-all">{address}</p>
      <Button type="button" onClick={() => void copy()}>
        {copied ? t('share.copied') : t('share.copy')}
      </Button>
    </div>
  );
}
