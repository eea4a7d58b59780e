/** Names and values, two beside each other where there is room; a value that isn't there takes its line with it. */
export function Facts({
  facts,
  columns = 2,
}: {
  facts: [name: string, value: React.ReactNode][];
  columns?: 1 | 2;
}) {
  const told = facts.filter(
    ([, value]) => value !== null && value !== undefined && value !== '' && value !== false,
  );
  return (
    <dl className={`grid gap-x-8 ${columns === 2 ? 'sm:grid-cols-2' : ''}`}>
      {told.map(([name, value]) => (
        <div key={name} className="flex gap-4 border-b border-rule py-1.5">
          <dt className="w-32 shrink-0 text-sm text-faded">{name}</dt>
          <dd className="min-w-0 tabular-nums">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
