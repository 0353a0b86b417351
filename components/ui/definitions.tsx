import type { ReactNode } from 'react';

export type Definition = { term: string; value: ReactNode };

/** Facts as term and value; two columns of pairs at a desk, one on a phone. */
export function Definitions({ items, columns = 2 }: { items: Definition[]; columns?: 1 | 2 | 3 }) {
  const wide = { 1: '', 2: 'md:grid-cols-2', 3: 'md:grid-cols-2 xl:grid-cols-3' }[columns];
  return (
    <dl className={`grid gap-x-8 ${wide}`}>
      {items.map(({ term, value }) => (
        <div key={term} className="flex gap-4 border-b border-line py-1.5">
          <dt className="w-28 shrink-0 text-muted">{term}</dt>
          <dd className="min-w-0 grow">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
