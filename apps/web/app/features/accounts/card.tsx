/** A narrow sheet for one question: who are you? */
export function Card({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <section className="ledger-rule mx-auto max-w-md border-x border-b border-rule bg-sheet px-6 py-7">
      <title>{title}</title>
      <h1 className="mb-5 text-2xl">{title}</h1>
      {children}
    </section>
  );
}
