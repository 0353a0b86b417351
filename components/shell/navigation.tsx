'use client';

import { TextLink } from '../ui/link-button';

export type NavItem = { href: string; label: string; /** Open tasks there; shown when above zero. */ count?: number };
export type NavGroup = { title?: string; items: NavItem[] };

/** The sections of the product, in groups; the one on screen is marked by a rule and by aria-current. It stands on a page twice, and travels once. */
export function Navigation({ groups, current, label }: { groups: NavGroup[]; current: string; label: string }) {
  return (
    <nav aria-label={label}>
      {groups.map((group, at) => (
        <div key={group.title ?? at} className="mb-4 last:mb-0">
          {group.title && <p className="px-4 pb-1 text-sm text-muted lg:ps-5">{group.title}</p>}
          <ul>
            {group.items.map((item) => (
              <li key={item.href}>
                <NavLink {...item} here={item.href === current} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}

function NavLink({ href, label, count, here }: NavItem & { here: boolean }) {
  const look = here ? 'border-accent bg-wash font-semibold' : 'border-transparent hover:bg-wash';
  return (
    <TextLink href={href} current={here} className={`flex min-h-11 items-center border-s-3 px-4 lg:min-h-9 ${look}`}>
      <span className="grow">{label}</span>
      {!!count && <span className="text-sm text-muted">{count}</span>}
    </TextLink>
  );
}
