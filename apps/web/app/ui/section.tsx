/** A part of a page: under the ledger's double rule, its heading in the margin, its matter beside. */
export function Section(props: {
  title: string;
  note?: React.ReactNode;
  children: React.ReactNode;
  id?: string;
}) {
  return (
    <section
      aria-labelledby={props.id}
      className="ledger-rule grid gap-x-8 gap-y-3 pt-4 pb-9 lg:grid-cols-[11rem_minmax(0,1fr)]"
    >
      <div>
        <h2 id={props.id} className="text-xl">
          {props.title}
        </h2>
        {props.note && <div className="mt-1 text-sm text-faded">{props.note}</div>}
      </div>
      <div className="min-w-0">{props.children}</div>
    </section>
  );
}
