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
