import {
  addMarketRule,
  changeMarketRule,
  endMarketRule,
  getMarketRule,
  listMarketRuleVersions,
  reviewMarketRule,
  type InputOf,
} from '@jiechuan/contract';
import { redirect } from 'react-router';
import type { Route } from './+types/market-rule';
import { RuleForm } from '../features/markets/rule-form.tsx';
import { ruleOf } from '../features/markets/rule-values.ts';
import { valuesOf } from '../platform/forms.ts';
import { attempt, personOf, read } from '../platform/reader.ts';

export const handle = { texts: ['markets', 'words', 'countries'] };

type Params = { code?: string; id?: string };

export async function loader({ context, params }: Route.LoaderArgs) {
  personOf(context);
  const { code = '', id } = params as Params;
  if (id === undefined) return { market: code.toUpperCase(), rule: null, versions: [] };
  const [rule, { items: versions }] = await Promise.all([
    read(context, getMarketRule, { params: { id } }),
    read(context, listMarketRuleVersions, { params: { id }, query: { limit: 50 } }),
  ]);
  return { market: rule.area, rule, versions };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const { id } = params as Params;
  const values = valuesOf(await request.formData());
  const version = Number(values['version']);
  const done = await change();
  return done.ok ? redirect(`/market-rules/${done.value.id}`) : { problem: done.problem };

  function change() {
    if (id === undefined) {
      const body = { ...ruleOf(values), code: values['code'] } as InputOf<typeof addMarketRule>['body'];
      return attempt(context, addMarketRule, { body });
    }
    switch (values['act']) {
      case 'review':
        return attempt(context, reviewMarketRule, { params: { id }, body: { version } });
      case 'end':
        return attempt(context, endMarketRule, {
          params: { id },
          body: { lastDay: String(values['lastDay']) },
        });
      default: {
        const body = ruleOf(values) as InputOf<typeof changeMarketRule>['body'];
        return attempt(context, changeMarketRule, { params: { id }, body }, { ifMatch: version });
      }
    }
  }
}

export default function MarketRule({ loaderData, actionData }: Route.ComponentProps) {
  return <RuleForm {...loaderData} problem={actionData?.problem} />;
}
