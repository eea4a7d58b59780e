/** A ledger's table: names of columns above, figures to the right. `numeric` counts columns from 0. */
export function Table(props: {
  caption: string;
  columns: string[];
  rows: { key: string; cells: React.ReactNode[] }[];
  numeric?: number[];
}) {
  const side = (column: number) => (props.numeric?.includes(column) ? 'text-end' : 'text-start');
  return (
    // Scrolls by itself where it is wider than the phone; reachable by keyboard for that.
    <div role="region" aria-label={props.caption} tabIndex={0} className="overflow-x-auto">
      <table className="w-full border-y border-ink text-sm">
        <caption className="sr-only">{props.caption}</caption>
        <thead>
          <tr className="border-b border-ink text-faded">
            {props.columns.map((name, column) => (
              <th
                key={name}
                scope="col"
                className={`px-2 py-1.5 font-medium first:ps-0 last:pe-0 ${side(column)}`}
              >
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.rows.map(({ key, cells }) => (
            <tr key={key} className="border-b border-rule last:border-0">
              {cells.map((cell, column) => (
                <td
                  key={props.columns[column]}
                  className={`px-2 py-1.5 align-top first:ps-0 last:pe-0 ${side(column)}`}
                >
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
