'use client';

import { WallLink } from './wall-link';

export type RankingItem = {
  rank: number;
  name: string;
  href: string;
  /** The value as text, and the length of its bar, 0–100. */
  text: string;
  percent: number;
  /** Drawn in the alarm colour; the text should say why it is behind. */
  behind?: boolean;
};

/** Who leads and who trails: as many as the panel holds (about eight in a third of a column). `spoken` is read before a rank. */
export function Ranking({ items, spoken }: { items: RankingItem[]; spoken: string }) {
  return (
    <ol className="grid min-h-0 grow auto-rows-fr max-md:auto-rows-[1.75rem]">
      {items.map(({ rank, name, href, text, percent, behind }) => (
        <li key={href} className="grid grid-cols-[2rem_minmax(0,6.5rem)_minmax(0,1fr)_minmax(9.5rem,auto)] items-center gap-3 text-[0.95rem] max-md:grid-cols-[1.5rem_minmax(0,5.5rem)_minmax(0,1fr)_minmax(9.5rem,auto)] max-md:gap-2">
          <span className={`text-end ${rank <= 3 ? 'font-semibold' : 'text-muted'}`}>
            <span className="sr-only">{spoken} </span>
            {rank}
          </span>
          <WallLink href={href} className="truncate hover:underline">
            {name}
          </WallLink>
          <Strip percent={percent} alarm={behind} />
          <span className={`text-end whitespace-nowrap ${behind ? 'text-red' : ''}`}>{text}</span>
        </li>
      ))}
    </ol>
  );
}

/** A bare bar beside a number that is written out; drawn with SVG attributes. */
export function Strip({ percent, alarm }: { percent: number; alarm?: boolean }) {
  return (
    <svg width="100%" height="8" className="h-[0.5rem]" aria-hidden="true">
      <rect width="100%" height="100%" className="fill-track" />
      <rect width={`${Math.min(100, Math.max(0, percent))}%`} height="100%" className={alarm ? 'fill-red' : 'fill-cool-4'} />
    </svg>
  );
}
