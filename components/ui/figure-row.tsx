import type { ReactNode } from 'react';

/** From nine figures on: six in a row at most, so that none stands alone in the next. */
const MANY = 'md:has-[>:nth-child(9)]:grid-cols-[repeat(auto-fit,minmax(max(9.5rem,calc((100%-7.5rem)/6)),1fr))]';

/** Figures side by side, parted by rules rather than boxed. */
export function FigureRow({ children }: { children: ReactNode }) {
  return (
    <dl className={`grid grid-cols-2 gap-x-6 gap-y-4 border-b border-line pb-4 md:grid-cols-[repeat(auto-fit,minmax(9.5rem,1fr))] ${MANY}`}>{children}</dl>
  );
}
