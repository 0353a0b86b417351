import type { ReactNode } from 'react';
import { formatDate, formatNumber, type Locale } from '@/domain/format';
import { messages } from '@/messages/locale';
import { TextLink } from '../ui/link-button';
import { LanguageSwitch } from './language-switch';
import { Navigation, type NavGroup } from './navigation';

export type Person = { name: string; role: string; /** Whose session signing out ends. */ account?: number; username?: string };
export type SignOut = string | (() => void | Promise<void>);

export type AppShellProps = {
  locale: Locale;
  /** The county or, for a narrower viewer, the place they look after. */
  place: string;
  /** The installation's day, 'YYYY-MM-DD'; a demonstration says so. */
  today: string;
  demonstration?: boolean;
  person: Person;
  navigation: NavGroup[];
  /** The path of the section on screen, as in `navigation`. */
  current: string;
  /** Where messages wait, and how many of them are unread. */
  inbox?: { href: string; unread: number };
  /** A server action, or the address a POST form goes to. */
  signOut: SignOut;
  /** Between the date and the person: a month selector, or nothing. */
  month?: ReactNode;
  children: ReactNode;
};

/** The frame of every work page: header, navigation, one main. All of it is HTML; no script is needed to use it. */
export function AppShell(props: AppShellProps) {
  const { locale, place, navigation, current, month, children } = props;
  const { shell } = messages(locale);
  return (
    <>
      <a href="#main" className="sr-only focus:not-sr-only focus:fixed focus:start-2 focus:top-2 focus:z-50 focus:bg-ink focus:px-4 focus:py-2 focus:text-white">
        {shell.skip}
      </a>
      <header className="no-print sticky top-0 z-30 border-b border-line bg-ground">
        <div className="flex h-14 items-center gap-4 px-4 lg:h-12">
          <TextLink href="/" className="flex items-center gap-2.5 whitespace-nowrap">
            <Mark />
            <strong className="text-lg font-bold">{shell.product}</strong>
            <span className="border-s border-line ps-2.5 text-muted">{place}</span>
          </TextLink>
          <div className="grow" />
          {month}
          <div className="hidden items-center gap-5 lg:flex">
            <Today {...props} />
            <Inbox {...props} />
            <Who {...props} />
            <Leave {...props} />
          </div>
          <details className="group lg:hidden">
            <summary className="flex min-h-11 items-center rounded-md border border-line-strong px-3">
              {shell.menu}
              <Unread {...props} />
            </summary>
            <div className="absolute inset-x-0 top-14 z-40 max-h-[calc(100dvh-3.5rem)] overflow-auto border-b border-line-strong bg-ground p-4">
              <Navigation groups={navigation} current={current} label={shell.menu} />
              <div className="mt-4 space-y-3 border-t border-line pt-4">
                <Who {...props} />
                <Today {...props} />
                <Leave {...props} />
              </div>
            </div>
          </details>
        </div>
      </header>
      <div className="lg:grid lg:grid-cols-[13rem_minmax(0,1fr)]">
        <aside className="no-print sticky top-12 hidden h-[calc(100dvh-3rem-1px)] overflow-y-auto border-e border-line py-4 lg:block">
          <Navigation groups={navigation} current={current} label={shell.sections} />
        </aside>
        <main id="main" tabIndex={-1} className="min-w-0 px-4 py-5 outline-none lg:px-8 lg:py-6">
          {children}
        </main>
      </div>
    </>
  );
}

function Today({ locale, today, demonstration }: AppShellProps) {
  const { shell } = messages(locale);
  return (
    <p className="text-sm text-muted">
      {shell.today(formatDate(locale, today))}
      {demonstration && <span className="ms-2 border border-line-strong px-1">{shell.demonstration}</span>}
    </p>
  );
}

function Inbox(props: AppShellProps) {
  const { locale, inbox } = props;
  if (!inbox) return null;
  return (
    <TextLink href={inbox.href} className="whitespace-nowrap">
      {messages(locale).shell.inbox}
      <Unread {...props} />
    </TextLink>
  );
}

/** How many messages are unread; nothing when none is. */
function Unread({ locale, inbox }: AppShellProps) {
  if (!inbox?.unread) return null;
  return (
    <span className="ms-1.5 rounded-sm bg-accent px-1.5 text-sm text-white">
      {formatNumber(locale, inbox.unread)}
      <span className="sr-only"> {messages(locale).shell.unread}</span>
    </span>
  );
}

function Who({ locale, person }: AppShellProps) {
  return (
    <p className="whitespace-nowrap">
      <span className="sr-only">{messages(locale).shell.you} </span>
      <span className="font-medium">{person.name}</span> <span className="text-muted">{person.role}</span>
    </p>
  );
}

function Leave({ locale, signOut, person }: AppShellProps) {
  return (
    <div className="flex items-center gap-3">
      <LanguageSwitch locale={locale} />
      <form action={signOut} data-account={person.account} data-username={person.username} {...(typeof signOut === 'string' && { method: 'post' })}>
        <button type="submit" className="min-h-11 px-1 whitespace-nowrap hover:underline lg:min-h-8">
          {messages(locale).shell.signOut}
        </button>
      </form>
    </div>
  );
}

/** The mark: a sheet pinned to a wall, with a route drawn on it. */
function Mark() {
  return (
    <svg viewBox="0 0 24 24" className="size-6" aria-hidden="true">
      <path d="M3 3h18v18H3z" className="fill-accent" />
      <path d="M6 16.5 10 11l3.5 3L18 7" className="fill-none stroke-white" strokeWidth="2" />
      <circle cx="18" cy="7" r="2" className="fill-white" />
    </svg>
  );
}
