import * as contract from '@jiechuan/contract';
import { Problem } from '../../platform/errors.ts';
import type { Mount } from '../../platform/http/mount.ts';
import type { Ground } from '../../platform/module.ts';
import { addRule } from './add-rule.ts';
import { addHabit, changeHabit, endHabit } from './change-habit.ts';
import { changeRule } from './change-rule.ts';
import { chargesFor, chargesOf } from './charges.ts';
import { endRule } from './end-rule.ts';
import { exportCharges } from './export-charges.ts';
import { dayOr, getVerdict } from './get-verdict.ts';
import { importCharges } from './import-charges.ts';
import { importRates } from './import-rates.ts';
import { getHabit, listHabits } from './list-habits.ts';
import { getMarket, listMarkets } from './list-markets.ts';
import { listRuleVersions } from './list-rule-versions.ts';
import { getRule, listRules } from './list-rules.ts';
import { marketsProblems } from './problems.ts';
import { answerQuestion, closeQuestion } from './questions/answer-question.ts';
import { askLocals, uploadQuestionPicture } from './questions/ask-locals.ts';
import { makeHabitOfAnswer } from './questions/make-habit.ts';
import { getQuestion, listQuestions, openQuestionPicture } from './questions/read-question.ts';
import { rateOf } from './rates.ts';
import { reviewRule } from './review-rule.ts';
import { speakOnHabit, withdrawVoice } from './speak-on-habit.ts';
import type { MarketsWiring } from './wiring.ts';

/** Mounts the module's endpoints: one line a handler. */
export function mountMarkets(mount: Mount, ground: Ground, wiring: MarketsWiring): void {
  mount(contract.listMarkets, ({ trx }) => listMarkets(trx));
  mount(contract.getMarket, ({ trx, params }) => getMarket(trx, params.code));
  mount(contract.getMarketVerdict, ({ trx, actor, params, query }) =>
    getVerdict(trx, actor, { market: params.code, ...query, on: query.on }, wiring),
  );
  mount(contract.listMarketRules, ({ trx, query }) => listRules(trx, query));
  mount(contract.getMarketRule, ({ trx, params }) => getRule(trx, params.id));
  mount(contract.listHabits, ({ trx, actor, query }) => listHabits(trx, actor, query, wiring));
  mount(contract.getHabit, ({ trx, actor, params }) => getHabit(trx, actor, params.id, wiring));
  mount(contract.listCharges, async ({ trx, params, query }) => {
    const asked = { market: params.code, on: dayOr(query.on) };
    return {
      items: query.hs6 ? await chargesFor(trx, { ...asked, hs6: query.hs6 }) : await chargesOf(trx, asked),
    };
  });
  mount(contract.getExchangeRate, async ({ trx, params, query }) => {
    const rate = await rateOf(trx, { ...params, on: dayOr(query.on) });
    if (!rate) throw new Problem(marketsProblems.noRate, params);
    return { ...rate, askedAt: new Date().toISOString() };
  });

  mount(contract.addMarketRule, ({ trx, actor, body }) => addRule(trx, actor, body, ground));
  mount(contract.changeMarketRule, ({ trx, actor, params, body, expectedVersion }) =>
    changeRule(trx, actor, { id: params.id, expectedVersion, change: body }, ground),
  );
  mount(contract.endMarketRule, ({ trx, actor, params, body }) =>
    endRule(trx, actor, { ...params, ...body }, ground),
  );
  mount(contract.reviewMarketRule, ({ trx, actor, params, body }) =>
    reviewRule(trx, actor, { ...params, ...body }),
  );
  mount(contract.listMarketRuleVersions, ({ trx, params, query }) => listRuleVersions(trx, params.id, query));

  mount(contract.addHabit, ({ trx, actor, body }) => addHabit(trx, actor, body, wiring));
  mount(contract.changeHabit, ({ trx, actor, params, body, expectedVersion }) =>
    changeHabit(trx, actor, { id: params.id, expectedVersion, change: body }, wiring),
  );
  mount(contract.endHabit, ({ trx, actor, params, body }) =>
    endHabit(trx, actor, { ...params, ...body }).then(() => undefined),
  );
  mount(contract.speakOnHabit, ({ trx, actor, params, body }) =>
    speakOnHabit(trx, actor, { ...params, ...body }, wiring),
  );
  mount(contract.withdrawVoice, ({ trx, actor, params }) => withdrawVoice(trx, actor, params.id, wiring));

  mount(contract.importCharges, ({ trx, actor, upload }) => importCharges(trx, actor, upload));
  mount(contract.exportCharges, ({ trx }) => exportCharges(trx));
  mount(contract.importRates, ({ trx, actor, upload }) => importRates(trx, actor, upload));

  mount(contract.uploadQuestionPicture, ({ trx, actor, upload }) =>
    uploadQuestionPicture(trx, actor, upload, ground),
  );
  mount(contract.askLocals, ({ trx, actor, body }) => askLocals(trx, actor, body, ground, wiring));
  mount(contract.listQuestions, ({ trx, actor, query }) => listQuestions(trx, actor, query, wiring));
  mount(contract.getQuestion, ({ trx, actor, params }) => getQuestion(trx, actor, params.id, wiring));
  mount(contract.openQuestionPicture, ({ trx, actor, params, query, reply }) => {
    const width = query.width && (Number(query.width) as 320 | 960);
    return openQuestionPicture(trx, actor, { ...params, width }, reply, ground, wiring);
  });
  mount(contract.answerQuestion, ({ trx, actor, params, body }) =>
    answerQuestion(trx, actor, { ...params, ...body }, ground, wiring),
  );
  mount(contract.closeQuestion, ({ trx, actor, params }) => closeQuestion(trx, actor, params.id, wiring));
  mount(contract.makeHabitOfAnswer, ({ trx, actor, params, body, extent }) =>
    makeHabitOfAnswer(trx, actor, { ...params, habit: body, extent }, wiring),
  );
}
