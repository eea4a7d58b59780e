import { useTranslation } from 'react-i18next';
import { Form } from 'react-router';
import { Button } from '../../ui/button.tsx';
import { useWords } from '../../ui/text.ts';
import type { PlanShown } from './plan-page.tsx';

/** What has changed since the plan was reckoned, and the way to reckon it anew. */
export function Reopened({ plan }: { plan: PlanShown }) {
  const { t } = useTranslation('plans');
  const { moment } = useWords();
  if (plan.reopenings.length === 0) return null;
  return (
    <section aria-labelledby="reopened" className="mb-6 border-s-4 border-seal bg-alarm-wash px-4 py-3">
      <h2 id="reopened" className="text-xl">
        {t('reopened.title')}
      </h2>
      <ul className="mt-1 list-disc ps-5">
        {plan.reopenings.map(({ at, cause, subject, change }) => (
          <li key={at + cause + subject + change}>
            {[
              t(`reopened.cause.${cause}`, { subject }),
              t(`reopened.change.${change}`, { defaultValue: change }),
            ].join(' · ')}
            {' · '}
            <time dateTime={at}>{moment(at)}</time>
          </li>
        ))}
      </ul>
      {plan.mine && (
        <Form method="post" className="mt-3">
          <input type="hidden" name="version" value={plan.version} />
          <Button look="main" name="act" value="reckon">
            {t('page.reckon')}
          </Button>
        </Form>
      )}
    </section>
  );
}
