/** A text with the parts that were looked for marked: [from, to) in UTF-16 units. */
export function Marked({ text, parts }: { text: string; parts?: readonly (readonly [number, number])[] }) {
  if (!parts?.length) return text;
  const pieces: React.ReactNode[] = [];
  let at = 0;
  for (const [from, to] of parts) {
    pieces.push(
      text.slice(at, from),
      <mark key={from} className="bg-celadon-wash text-celadon-ink underline decoration-celadon decoration-2">
        {text.slice(from, to)}
      </mark>,
    );
    at = to;
  }
  return [...pieces, text.slice(at)];
}

/** Where the words of a query stand in a text, letter for letter whatever their case; [from, to) in UTF-16 units. */
export function partsOf(text: string, q: string): [number, number][] {
  const lower = text.toLowerCase();
  // Where lower case is longer than the text (İ), places in one are not places in the other.
  if (lower.length !== text.length) return [];
  const found = new Set(
    q
      .toLowerCase()
      .split(/[\s,，、]+/)
      .filter(Boolean),
  );
  const parts: [number, number][] = [];
  for (const word of found)
    for (let at = lower.indexOf(word); at >= 0; at = lower.indexOf(word, at + word.length))
      parts.push([at, at + word.length]);
  return joined(parts);
}

function joined(parts: [number, number][]): [number, number][] {
  const whole: [number, number][] = [];
  for (const [from, to] of parts.toSorted(([a], [b]) => a - b)) {
    const last = whole.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else whole.push([from, to]);
  }
  return whole;
}
