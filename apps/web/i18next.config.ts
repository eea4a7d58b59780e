import { readdirSync } from 'node:fs';
import path from 'node:path';
import { defineConfig } from 'i18next-cli';

const locales = path.join(import.meta.dirname, 'app/locales');
const app = path.join(import.meta.dirname, 'app');

/** Run by `npm run i18n` (writes missing keys) and by app/locales.test.ts (fails on them). */
export default defineConfig({
  // Chinese leads: what it has, every other language must have.
  locales: readdirSync(locales).toSorted((a, b) => Number(b === 'zh-CN') - Number(a === 'zh-CN')),
  extract: {
    input: [`${app}/**/*.{ts,tsx}`],
    ignore: [`${app}/**/*.test.{ts,tsx}`],
    output: `${locales}/{{language}}/{{namespace}}.json`,
    defaultNS: 'common',
    primaryLanguage: 'zh-CN',
    // Keys made from values of the contract: `words:kind.${kind}`.
    preservePatterns: [
      'words:*',
      'countries:*',
      'places:*',
      'common:theme.*',
      'common:problem.*',
      'common:nav.*',
      'common:search.of.*',
      'accounts:mail.*',
      'accounts:role.*',
      'accounts:invitation.state.*',
      'accounts:keys.scope.*',

      ...[
        'title',
        'state',
        'term',
        'law',
        'forum',
        'prevailing',
        'document',
        'method',
        'next',
        'verify.found',
        'verify.code',
      ].map((group) => `contracts:${group}.*`),
      ...['kind', 'state', 'detail', 'package', 'transport', 'certificate', 'purpose', 'field']
        .concat(['next', 'notAForm'])
        .map((group) => `papers:${group}.*`),
      ...['state', 'working', 'count', 'outcome'].map((group) => `imports:${group}.*`),
      ...[
        'verdict',
        'state',
        'wish',
        'incoterm',
        'mode',
        'entry',
        'effect',
        'outcome',
        'habit',
        'pillar',
        'pillarState',
        'owner',
        'line',
        'bornBy',
        'confidence',
        'assumption',
        'leg.sure',
        'ships.better',
        'share.audience',
        'reopened.cause',
        'reopened.change',
        'list',
      ].map((group) => `plans:${group}.*`),
      ...['kind', 'visibility', 'visibilityAbout', 'trust', 'state', 'answer', 'introduction.note']
        .concat(['page.answer', 'list.tab', 'list.empty', 'list.advice'])
        .concat(['introductions.tab', 'introductions.empty', 'introductions.advice'])
        .map((group) => `network:${group}.*`),
      ...['list', 'state', 'page', 'rhythm', 'answer', 'answered', 'criterion', 'reason', 'blocked'].map(
        (group) => `matching:${group}.*`,
      ),
      ...['tier', 'tierAbout', 'by', 'of', 'continent', 'belt', 'field'].map((group) => `board:${group}.*`),
      ...['state', 'slot', 'called.none', 'keep.about', 'keep.to'].map((group) => `ceremonies:${group}.*`),
      ...[
        'kind',
        'state',
        'registration',
        'keep.about',
        'keep.to',
        'checkIn.outcome',
        'feedback.of',
        'wish',
        'wishState',
        'wishes.reason',
        'schedule.outcomes',
        'schedule.change',
        'form.slots',
      ].map((group) => `gatherings:${group}.*`),
      ...['filter', 'confidence'].map((group) => `reports:${group}.*`),
      ...['stage', 'rule', 'next', 'filter', 'view'].map((group) => `symbols:${group}.*`),
      ...['kind', 'stage', 'side', 'ours', 'offerState', 'list', 'page'].map((group) => `deals:${group}.*`),
      ...['question', 'form.name', 'form.about', 'state', 'applicationState', 'aliasKind'].map(
        (group) => `members:${group}.*`,
      ),
      ...[
        'area',
        'basis',
        'change',
        'charge',
        'confidence',
        'effect',
        'effectAbout',
        'entry',
        'entryAbout',
        'form.scope',
        'form.text',
        'form.tongue',
        'ask.box',
        'ask.none',
        'ask.noneAdvice',
        'ingredient',
        'outcome',
        'predicate',
        'questionState',
        'reason',
        'status',
        'subject',
        'topic',
        'voice',
      ].map((group) => `markets:${group}.*`),
      ...['state', 'sort', 'level', 'measure', 'field', 'edit.name', 'edit.about', 'edit.ingredients'].map(
        (group) => `catalogue:${group}.*`,
      ),
    ],
    sort: false,
  },
  lint: {
    acceptedTags: 'all',
    ignoredTags: ['code', 'svg', 'meta', 'link'],
    checkConcatenation: 'error',
  },
});
