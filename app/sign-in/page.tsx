import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { PlainPage } from '@/components/shell/plain-page';
import { ownPath } from '@/domain/own-path';
import { DemonstrationList } from '@/features/accounts/components/demonstration-list';
import { SignInForm } from '@/features/accounts/components/sign-in-form';
import { messages } from '@/messages/locale';
import { demonstrationAccounts } from '@/server/demonstration';
import { currentLocale } from '@/server/locale';
import { viewerOrNull } from '@/server/viewer';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: messages(await currentLocale()).accounts.signIn.title };
}

/** Also where next-auth sends a refused sign-in (`error`). */
export default async function SignInPage({ searchParams }: Props) {
  const { callbackUrl, username, error } = await searchParams;
  const to = ownPath(callbackUrl);
  if (await viewerOrNull()) redirect(to);
  const locale = await currentLocale();
  const { accounts: { signIn }, publicSide } = messages(locale);
  const { wrong, locked, busy, unappointed, foreign } = signIn;
  const accounts = await demonstrationAccounts();
  const texts = { username: signIn.username, password: signIn.password, submit: signIn.submit, working: signIn.working, refusals: { wrong, locked, busy, unappointed, foreign } };
  return (
    <PlainPage locale={locale}>
      <h1 className="mb-4 text-xl font-bold">{signIn.title}</h1>
      <SignInForm key={String(username)} texts={texts} username={typeof username === 'string' ? username.slice(0, 64) : ''} callbackUrl={to} refused={error ? 'wrong' : undefined} />
      <p className="mt-6 text-sm">
        {/* A page without script: the router has nothing to load of it. */}
        <a href="/public" className="inline-block py-2 text-accent underline">{publicSide.withoutSigningIn}</a>
      </p>
      {accounts.length > 0 && <DemonstrationList accounts={accounts} locale={locale} callbackUrl={to} />}
    </PlainPage>
  );
}
