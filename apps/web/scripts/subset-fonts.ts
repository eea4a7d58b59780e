import { globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import subsetFont from 'subset-font';
import { headingGlyphs } from './heading-glyphs.ts';

// The whole of Noto Serif SC is 20 MB. Only the glyphs of our fixed headings are brought along, cut from
// the slices the font is published in; the browser fetches a slice when a heading needs it.
const require = createRequire(import.meta.url);
const source = path.dirname(require.resolve('@fontsource-variable/noto-serif-sc/package.json'));
const app = path.resolve(import.meta.dirname, '../app');
const fonts = path.join(app, 'assets/fonts');
/** Weight of headings. */
const wght = 650;

const wanted = new Set(headingGlyphs());
const css = readFileSync(path.join(source, 'wght.css'), 'utf8');
// The named slices (latin, cyrillic) come last and hold whole alphabets: they are asked first.
const slices = [...css.matchAll(/files\/(\S+?)\.woff2[^]*?unicode-range: ([^;]+)/g)].toReversed();
for (const old of globSync('*.woff2', { cwd: fonts })) rmSync(path.join(fonts, old));

const faces: string[] = [];
for (const [, name = '', ranges = ''] of slices) {
  const spans = ranges.split(',').map((range) =>
    range
      .trim()
      .slice(2)
      .split('-')
      .map((digits) => Number.parseInt(digits, 16)),
  );
  const held = [...wanted].filter((glyph) => {
    const code = glyph.codePointAt(0)!;
    return spans.some(([from = 0, to = from]) => code >= from && code <= to);
  });
  if (held.length === 0) continue;
  for (const glyph of held) wanted.delete(glyph);
  const font = await subsetFont(readFileSync(path.join(source, 'files', `${name}.woff2`)), held.join(''), {
    targetFormat: 'woff2',
    variationAxes: { wght },
  });
  const file = `${name.replace('noto-serif-sc-', 'heading-').replace('-wght-normal', '')}.woff2`;
  writeFileSync(path.join(fonts, file), font);
  const range = held.map((glyph) => `U+${glyph.codePointAt(0)!.toString(16)}`).join(', ');
  faces.push(
    `@font-face {\n  font-family: 'Jiechuan Heading';\n  font-weight: 600;\n  font-display: swap;\n  src: url('./assets/fonts/${file}') format('woff2');\n  unicode-range: ${range};\n}\n`,
  );
}
writeFileSync(
  path.join(app, 'fonts.css'),
  `/* Made by npm run fonts from Noto Serif SC (SIL Open Font License). */\n${faces.join('')}`,
);
