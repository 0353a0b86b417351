import type { ReactNode } from 'react';
import { formatDate, formatMonth, type Locale } from '@/domain/format';
import { messages } from '@/messages/locale';

export type WallFrameProps = {
  locale: Locale;
  title: string;
  /** The view on screen, e.g. 总览. */
  view?: string;
  /** The installation's day 'YYYY-MM-DD' and the month of the data 'YYYY-MM'. */
  today: string;
  month: string;
  /** What the filter has chosen, in words: 全县, 第二战区, 普安镇, with the reading. Always on screen. */
  filter: string;
  demonstration?: boolean;
  /** Live and WallControls. */
  live?: ReactNode;
  controls?: ReactNode;
  children: ReactNode;
};

/** The command screen: a header strip and what the view puts under it. Fills any screen without scrolling; on a phone it flows. */
export function WallFrame({ locale, title, view, today, month, filter, demonstration, live, controls, children }: WallFrameProps) {
  const { shell } = messages(locale);
  return (
    <div data-theme="wall" className="wall">
      <header className="flex flex-wrap items-end justify-between gap-x-8 gap-y-1 border-b border-line pb-3">
        <h1 className="flex flex-wrap items-baseline gap-x-4 border-s-4 border-accent ps-3 text-[1.6rem] leading-tight font-bold">
          {title}
          {view && <span className="text-[1.15rem] font-normal text-muted">{view}</span>}
        </h1>
        <div className="flex flex-wrap items-baseline gap-x-6 gap-y-1 text-[1.05rem]">
          <p>
            <strong className="font-semibold">{filter}</strong>
          </p>
          <p>
            <span className="text-muted">{shell.wall.month}</span> {formatMonth(locale, month)}
          </p>
          <p className="text-muted">
            {formatDate(locale, today)}
            {demonstration && <span className="ms-2">{shell.demonstration}</span>}
          </p>
          {live}
        </div>
      </header>
      <main id="main" className="contents">
        {children}
      </main>
      {controls}
    </div>
  );
}

/** The body of a view: headline figures across, then three columns of panels. A missing panel leaves no hole: the others grow. */
export function WallColumns({ left, centre, right }: { left: ReactNode; centre: ReactNode; right: ReactNode }) {
  return (
    <div className="wall-columns">
      <div className="wall-column wall-side order-2 wall:order-none">{left}</div>
      <div className="wall-column">{centre}</div>
      <div className="wall-column wall-side order-3 wall:order-none">{right}</div>
    </div>
  );
}
