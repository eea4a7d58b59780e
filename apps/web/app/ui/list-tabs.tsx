import { Link } from 'react-router';

/** Parts of one list, each with how many it holds where that is told; which one is shown is in the address. */
export function ListTabs(props: {
  label: string;
  name: string;
  /** Null for the whole list. */
  shown: string | null;
  tabs: readonly { value: string | null; label: string; count?: string }[];
}) {
  return (
    <nav aria-label={props.label} className="mb-5 border-b border-rule">
      <ul className="-mb-px flex flex-wrap gap-x-6">
        {props.tabs.map(({ value, label, count }) => (
          <li key={label}>
            <Link
              to={value === null ? '?' : `?${props.name}=${value}`}
              aria-current={value === props.shown ? 'page' : undefined}
              className="block border-b-2 border-transparent py-1.5 hover:border-rule aria-[current=page]:border-seal aria-[current=page]:text-seal"
            >
              {label}
              {count !== undefined && <span className="ms-1 text-sm tabular-nums">{count}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
