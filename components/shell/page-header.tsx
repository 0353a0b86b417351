import type { ReactNode } from 'react';
import type { Locale } from '@/domain/format';
import { messages } from '@/messages/locale';
import { TextLink } from '../ui/link-button';

export type Crumb = { href: string; label: string };
export type PageHeaderProps = {
  title: string;
  locale: Locale;
  /** From the county down; the page itself is not among them. */
  crumbs?: Crumb[];
  /** One line under the title: which month, which place, which state. */
  summary?: ReactNode;
  actions?: ReactNode;
};

/** The head of a page: where it is, what it is, what can be done. The only h1. */
export function PageHeader({ title, locale, crumbs = [], summary, actions }: PageHeaderProps) {
  return (
    <div className="mb-5">
      {crumbs.length > 0 && (
        <nav aria-label={messages(locale).shell.breadcrumbs} className="no-print mb-1">
          <ol className="flex flex-wrap gap-x-2 text-sm text-muted">
            {crumbs.map(({ href, label }) => (
              <li key={href} className="not-last:after:ms-2 not-last:after:text-line-strong not-last:after:content-['/']">
                <TextLink href={href}>{label}</TextLink>
              </li>
            ))}
          </ol>
        </nav>
      )}
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-2">
        <h1 className="text-2xl leading-tight font-bold">{title}</h1>
        {actions && <div className="no-print flex flex-wrap items-center gap-2">{actions}</div>}
      </div>
      {summary && <div className="mt-1 text-muted">{summary}</div>}
    </div>
  );
}
