/**
 * A ledger's table: names of columns above, figures to the right. `numeric` counts columns from 0.
 * `stacks`: on a phone each row is a block of its own with the columns' names beside, so that nothing is cut off, and
 * without those that say nothing.
 */
export function Table(props: {
  caption: string;
  columns: string[];
  rows: { key: string; cells: React.ReactNode[] }[];
  numeric?: number[];
  stacks?: boolean;
}) {
  const side = (column: number) => (props.numeric?.includes(column) ? 'text-end' : 'text-start');
  const phone = (classes: string) => (props.stacks ? classes : '');
  return (
    // Scrolls by itself where it is wider than the phone; reachable by keyboard for that.
    <div role="region" aria-label={props.caption} tabIndex={0} className="overflow-x-auto">
      <table className={`w-full border-y border-ink text-sm ${phone('max-sm:block')}`}>
        <caption className="sr-only">{props.caption}</caption>
        <thead className={phone('max-sm:sr-only')}>
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
        <tbody className={phone('max-sm:block')}>
          {props.rows.map(({ key, cells }) => (
            <tr
              key={key}
              className={`border-b border-rule last:border-0 ${phone('max-sm:block max-sm:py-2')}`}
            >
              {cells.map((cell, column) => (
                <td
                  key={props.columns[column]}
                  className={`px-2 py-1.5 align-top first:ps-0 last:pe-0 ${side(column)} ${phone('max-sm:grid max-sm:grid-cols-[7rem_minmax(0,1fr)] max-sm:gap-x-3 max-sm:p-0 max-sm:py-0.5 max-sm:text-start')} ${cell === '' || cell === null ? phone('max-sm:hidden!') : ''}`}
                >
                  {props.stacks && (
                    <span aria-hidden="true" className="text-faded sm:hidden">
                      {props.columns[column]}
                    </span>
                  )}
                  {props.stacks ? <span>{cell}</span> : cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
