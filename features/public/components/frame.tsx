import type { ReactNode } from 'react';
import type { Locale } from '@/domain/format';
import { messages } from '@/messages/locale';
import type { Office } from '../queries/office';

export const SECTIONS = ['notices', 'fund', 'donate', 'apply', 'follow'] as const;
export type Section = (typeof SECTIONS)[number];

export interface FrameProps {
  readonly locale: Locale;
  readonly office: Office;
  readonly title: string;
  readonly section: Section | null;
  /** Where the language switch leads back to; this page unless told. */
  readonly back: string;
  readonly children: ReactNode;
}

/** A whole public page: one style sheet, no script, no picture. */
export function Frame({ locale, office, title, section, back, children }: FrameProps) {
  const { publicSide, shell } = messages(locale);
  const site = publicSide.site(office.county ?? '');
  const other: Locale = locale === 'zh-CN' ? 'en' : 'zh-CN';
  return (
    <html lang={locale}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${title} · ${site}`}</title>
        <link rel="stylesheet" href="/public.css" />
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
      </head>
      <body>
        <header className="bar screen">
          <p className="site">{site}</p>
          <form action="/locale" method="post">
            <input type="hidden" name="locale" value={other} />
            <input type="hidden" name="return" value={back} />
            <button className="plain" lang={other}>{shell.otherLanguage}</button>
          </form>
          <nav aria-label={publicSide.nav.label}>
            {SECTIONS.map((each) => (
              <a key={each} href={`/public/${each}`} aria-current={each === section ? 'page' : undefined}>{publicSide.nav[each]}</a>
            ))}
          </nav>
        </header>
        <main>{children}</main>
        <footer className="screen">
          <p>{publicSide.contact(office.contact ?? publicSide.contactUnset)}</p>
          {office.demonstration && <p>{publicSide.demonstration}</p>}
          <p><a href="/sign-in">{publicSide.staff}</a></p>
        </footer>
      </body>
    </html>
  );
}
