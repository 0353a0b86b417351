import type { ReactNode } from 'react';
import { formatNumber, type Locale } from '@/domain/format';
import { messages } from '@/messages/locale';
import { LinkButton } from '../ui/link-button';

export type PaginationProps = {
  locale: Locale;
  /** Addresses of the neighbours, by key or by offset; absent at an end. */
  previous?: string | null;
  next?: string | null;
  /** Which rows these are, counted from 1, of how many. */
  range?: { from: number; to: number; total: number };
};

/** To the page before and after, as links. */
export function Pagination({ locale, previous, next, range }: PaginationProps) {
  const { pages } = messages(locale).common;
  if (!previous && !next && !range) return null;
  const number = (value: number) => formatNumber(locale, value);
  return (
    <nav aria-label={pages.label} className="no-print mt-3 flex items-center justify-between gap-4">
      <p className="text-sm text-muted">{range && pages.range(number(range.from), number(range.to), number(range.total))}</p>
      <div className="flex gap-2">
        <Step href={previous}>{pages.previous}</Step>
        <Step href={next}>{pages.next}</Step>
      </div>
    </nav>
  );
}

export type PagesProps = { locale: Locale; page: number; size: number; total: number; hrefOf: (page: number) => string };

/** The same for a list that is turned by numbered pages of one size. */
export function Pages({ locale, page, size, total, hrefOf }: PagesProps) {
  const before = (page - 1) * size;
  const range = { from: Math.min(before + 1, total), to: Math.min(before + size, total), total };
  return <Pagination locale={locale} previous={page > 1 ? hrefOf(page - 1) : null} next={before + size < total ? hrefOf(page + 1) : null} range={total > 0 ? range : undefined} />;
}

function Step({ href, children }: { href?: string | null; children: ReactNode }) {
  if (!href) return null;
  return (
    <LinkButton href={href} small>
      {children}
    </LinkButton>
  );
}
