/** A name in a language, else in the same language elsewhere, else in Chinese, English, or any. */
export function textIn(texts: Readonly<Record<string, string>>, language: string): string {
  const primary = language.split('-')[0]!;
  const near = Object.keys(texts).find((key) => key.split('-')[0] === primary);
  return (
    texts[language] ?? texts[near ?? ''] ?? texts['zh-CN'] ?? texts['en'] ?? Object.values(texts)[0] ?? '—'
  );
}
