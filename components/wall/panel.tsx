import type { ReactNode } from 'react';
import { WallLink } from './wall-link';

export type PanelProps = {
  title: string;
  /** The page behind the panel. */
  href?: string;
  /** A short remark beside the title: the unit, the period. */
  note?: ReactNode;
  /** Its share of the column's height on a 16:9 screen; 'fit' takes what its content needs. */
  size?: 1 | 2 | 3 | 'fit';
  children: ReactNode;
};

const SIZES = { 1: '', 2: 'wall-size-2', 3: 'wall-size-3', fit: 'wall-size-fit' };

/** One matter on the wall. Its body is a flex column: charts and maps with height 'fill', and lists, take all of it. */
export function Panel({ title, href, note, size = 1, children }: PanelProps) {
  return (
    <section aria-label={title} className={`flex min-h-0 min-w-0 flex-col border-t-2 border-line bg-panel px-4 pt-2.5 pb-3 ${SIZES[size]}`}>
      <div className="mb-2 flex items-baseline gap-3">
        <h2 className="text-[1.05rem] font-semibold">
          {href ? (
            <WallLink href={href} className="hover:underline">
              {title}
            </WallLink>
          ) : (
            title
          )}
        </h2>
        {note && <p className="text-[0.85rem] text-muted">{note}</p>}
      </div>
      <div className="relative flex min-h-0 grow flex-col">{children}</div>
    </section>
  );
}
