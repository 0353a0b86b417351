import { formatNumber, type Locale } from '@/domain/format';
import Link from 'next/link';

export type Tab = { href: string; label: string; current?: boolean; count?: number };

/** Views of one thing, as links: each has an address, and the back button works. */
export function Tabs({ label, tabs, locale }: { label: string; tabs: Tab[]; locale: Locale }) {
  return (
    <nav aria-label={label} className="no-print mb-4 overflow-x-auto border-b border-line">
      <ul className="flex gap-1">
        {tabs.map(({ href, label: text, current, count }) => (
          <li key={href}>
            <Link
              href={href}
              prefetch={false}
              aria-current={current ? 'page' : undefined}
              className={`-mb-px flex min-h-11 items-center gap-1.5 border-b-2 px-3 whitespace-nowrap lg:min-h-9 ${current ? 'border-accent font-semibold' : 'border-transparent text-muted hover:text-ink'}`}
            >
              {text}
              {count !== undefined && <span className="text-sm text-muted">{formatNumber(locale, count)}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
