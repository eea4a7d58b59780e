import { expect, test } from 'vitest';
import { divisions, pathOf } from './index.ts';

// The pages know no server: they carry these names as texts of their own, held to ours here.
test.each(['zh-CN', 'en', 'ru'] as const)(
  'the pages name every division in %s as we do (update: npx vitest run apps/server/src/platform/geography -u)',
  async (language) => {
    const names = Object.fromEntries(
      divisions.map(({ code, level, names: own }) => {
        const within = pathOf(code)[1];
        const name = own[language];
        if (level !== 'county' || !within) return [code, name];
        return [
          code,
          language === 'zh-CN' ? within.names[language] + name : `${name}, ${within.names[language]}`,
        ];
      }),
    );
    await expect(`${JSON.stringify(names, null, 2)}\n`).toMatchFileSnapshot(
      `../../../../web/app/locales/${language}/places.json`,
    );
  },
);
