import { roles, type Role } from '../../platform/actor.ts';
import type { Policy } from '../../platform/policy.ts';

/** Who writes rules down and holds them against their sources: the secretariat and the trade-promotion council. */
const editors: readonly Role[] = ['secretariat', 'council'];
/** Admitted members; a member speaks of its own market only, which speak-on-habit.ts looks after. */
const members: readonly Role[] = [
  'secretariat',
  'council',
  'post',
  'association',
  'enterprise',
  'merchant',
  'provider',
  'government',
];
/** Observers read facts about markets, nothing that speaks of one member or its goods. */
const notObservers = roles.filter((role) => role !== 'observer');

export const marketsPolicy: Policy = {
  'markets.listMarkets': { all: 'everyone' },
  'markets.getMarket': { all: 'everyone' },
  'markets.getVerdict': { all: notObservers },
  'markets.listRules': { all: 'everyone' },
  'markets.getRule': { all: 'everyone' },
  'markets.listHabits': { all: 'everyone' },
  'markets.getHabit': { all: 'everyone' },
  'markets.listCharges': { all: 'everyone' },
  'markets.getExchangeRate': { all: 'everyone' },

  'markets.addRule': { all: editors },
  'markets.changeRule': { all: editors },
  'markets.endRule': { all: editors },
  'markets.reviewRule': { all: editors },
  'markets.listRuleVersions': { all: 'everyone' },
  'markets.addHabit': { all: editors },
  'markets.changeHabit': { all: editors },
  'markets.endHabit': { all: editors },
  'markets.speakOnHabit': { own: members },
  'markets.withdrawVoice': { own: members },
  'markets.importCharges': { all: editors },
  'markets.exportCharges': { all: 'everyone' },
  'markets.importRates': { all: editors },

  'markets.uploadQuestionPicture': { own: members },
  'markets.askLocals': { own: members },
  'markets.listQuestions': { all: ['secretariat'], own: members },
  'markets.getQuestion': { all: ['secretariat'], own: members },
  'markets.openQuestionPicture': { all: ['secretariat'], own: members },
  'markets.answerQuestion': { own: members },
  'markets.closeQuestion': { all: ['secretariat'], own: members },
  'markets.makeHabitOfAnswer': { all: editors, own: members },
};

/** Whether the names of members that spoke may be shown to somebody in this role. */
export const mayReadVoices = (role: Role): boolean => role !== 'observer';
