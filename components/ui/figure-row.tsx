import type { ReactNode } from 'react';

/** Figures side by side, parted by rules rather than boxed. */
export function FigureRow({ children }: { children: ReactNode }) {
  return (
    <dl className="grid grid-cols-2 gap-x-6 gap-y-4 border-b border-line pb-4 md:grid-cols-[repeat(auto-fit,minmax(9.5rem,1fr))]">{children}</dl>
  );
}
