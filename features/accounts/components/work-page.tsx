import type { ReactNode } from 'react';
import type { NavGroup } from '@/components/shell/navigation';
import { AppShell } from '@/components/shell/app-shell';
import { may, type Right } from '@/domain/access';
import type { Viewer } from '@/domain/viewer';
import { messages, type Messages } from '@/messages/locale';
import { currentLocale } from '@/server/locale';
import { readPageHead } from '../queries/page-head';

const INBOX = '/inbox';

type Entry = { name: Exclude<keyof Messages['navigation'], 'groups'>; href: string; right: Right };

const SECTIONS: { group: keyof Messages['navigation']['groups']; entries: Entry[] }[] = [
  {
    group: 'work',
    entries: [
      { name: 'home', href: '/', right: 'home.view' },
      { name: 'inbox', href: INBOX, right: 'inbox.view' },
      { name: 'command', href: '/command', right: 'command.view' },
      { name: 'visits', href: '/visits', right: 'visits.view' },
      { name: 'demands', href: '/demands', right: 'demands.view' },
      { name: 'checklists', href: '/checklists', right: 'checklists.view' },
      { name: 'letters', href: '/letters', right: 'letters.view' },
      { name: 'review', href: '/checklists/review', right: 'checklists.review' },
      { name: 'relief', href: '/relief', right: 'relief.view' },
      { name: 'funds', href: '/funds', right: 'fund.view' },
      { name: 'batches', href: '/relief/batches', right: 'batches.view' },
    ],
  },
  {
    group: 'registry',
    entries: [
      { name: 'divisions', href: '/divisions', right: 'divisions.view' },
      { name: 'households', href: '/households', right: 'households.view' },
      { name: 'assignments', href: '/assignments', right: 'assignments.view' },
      { name: 'posts', href: '/posts', right: 'posts.view' },
      { name: 'indicators', href: '/indicators', right: 'indicators.view' },
    ],
  },
  {
    group: 'administration',
    entries: [
      { name: 'people', href: '/admin/people', right: 'people.view' },
      { name: 'calendar', href: '/admin/calendar', right: 'calendar.manage' },
      { name: 'jobs', href: '/admin/jobs', right: 'settings.manage' },
      { name: 'lines', href: '/admin/lines', right: 'settings.manage' },
      { name: 'reliefRules', href: '/admin/relief-rules', right: 'settings.manage' },
      { name: 'publicSide', href: '/admin/public', right: 'settings.manage' },
      { name: 'audit', href: '/admin/audit', right: 'audit.view' },
      { name: 'relatives', href: '/account/relatives', right: 'kinships.declare' },
      { name: 'password', href: '/account/password', right: 'home.view' },
    ],
  },
];

/** A division's profile opens at the viewer's own place. */
const ownGround = (viewer: Viewer): string => (viewer.homeZone === null ? `/divisions/${viewer.home}` : `/zones/${viewer.homeZone}`);

/** The sections the viewer may open. */
function sections(viewer: Viewer, texts: Messages['navigation'], unread: number | null): NavGroup[] {
  return SECTIONS.flatMap(({ group, entries }) => {
    const items = entries
      .filter(({ right }) => may(viewer, right))
      .map(({ name, href }) => ({ href: name === 'divisions' ? ownGround(viewer) : href, label: texts[name], ...(href === INBOX && { count: unread ?? 0 }) }));
    return items.length > 0 ? [{ title: texts.groups[group], items }] : [];
  });
}

/** The frame of a work page for this viewer: `current` is the section's path, as in the navigation. */
export async function WorkPage({ viewer, current, month, children }: { viewer: Viewer; current: string; month?: ReactNode; children: ReactNode }) {
  const locale = await currentLocale();
  const { navigation, roles } = messages(locale);
  const { county, place, today, demonstration, unread } = await readPageHead(viewer);
  const [role] = viewer.roles;
  return (
    <AppShell
      locale={locale}
      place={place ?? county}
      today={today}
      demonstration={demonstration}
      person={{ name: viewer.name, role: role ? roles[role] : '', account: viewer.accountId, username: viewer.username }}
      navigation={sections(viewer, navigation, unread)}
      inbox={unread === null ? undefined : { href: INBOX, unread }}
      current={current === '/divisions' ? ownGround(viewer) : current}
      signOut="/sign-out"
      month={month}
    >
      {children}
    </AppShell>
  );
}
