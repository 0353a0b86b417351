import Link from 'next/link';
import { messages, type Locale } from '@/messages/locale';
import type { DemonstrationAccount } from '@/server/demonstration';

/** The demonstration's sign-in names by role; choosing one fills it in. */
export function DemonstrationList({ accounts, locale, callbackUrl }: { accounts: readonly DemonstrationAccount[]; locale: Locale; callbackUrl: string }) {
  const { accounts: { signIn }, roles } = messages(locale);
  const href = (username: string) => `/sign-in?${new URLSearchParams({ username, ...(callbackUrl !== '/' && { callbackUrl }) })}`;
  return (
    <section aria-labelledby="demonstration" className="mt-8 border-t border-line pt-4">
      <h2 id="demonstration" className="font-semibold">{signIn.demonstration}</h2>
      <p className="text-sm text-muted">{signIn.demonstrationNote}</p>
      <ul className="mt-2 divide-y divide-line">
        {accounts.map(({ role, username }) => (
          <li key={username} className="flex items-baseline justify-between gap-3 py-1.5">
            <span className="text-muted">{roles[role]}</span>
            <Link href={href(username)} prefetch={false} className="text-accent underline underline-offset-2">{username}</Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
