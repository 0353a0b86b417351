import type { ReactNode } from 'react';

/** A part of a page under its own heading: a rule above, no box. In a grid the grid keeps the distance, so that neighbours stand level. */
export function Section({ title, id, actions, children }: { title: string; id?: string; actions?: ReactNode; children: ReactNode }) {
  return (
    <section aria-label={title} id={id} className="mt-8 min-w-0 first:mt-0 [.grid>&]:mt-0">
      <div className="mb-3 flex flex-wrap items-end justify-between gap-x-4 gap-y-1 border-b border-line pb-1.5">
        <h2 className="text-lg font-semibold">{title}</h2>
        {actions}
      </div>
      {children}
    </section>
  );
}
