import type { ReactNode } from 'react';
import type { Locale } from '@/domain/format';
import { messages } from '@/messages/locale';
import { LanguageSwitch } from './language-switch';

/** A page without navigation: sign-in, not found. The product's name, the language switch, one narrow column. */
export function PlainPage({ locale, place, children }: { locale: Locale; place?: string; children: ReactNode }) {
  const { shell } = messages(locale);
  return (
    <div className="mx-auto flex min-h-dvh max-w-md flex-col px-5 py-8">
      <header className="flex items-center justify-between">
        <p>
          <strong className="text-lg font-bold">{shell.product}</strong>
          {place && <span className="ms-2.5 border-s border-line ps-2.5 text-muted">{place}</span>}
        </p>
        <LanguageSwitch locale={locale} />
      </header>
      <main id="main" className="my-auto py-10">
        {children}
      </main>
      <footer className="text-sm text-muted">{shell.tagline}</footer>
    </div>
  );
}
