import type { Locale } from '@/domain/format';
import { messages } from '@/messages/locale';

/** Goes to the other language and back to the same page; remembered in a cookie by /locale. `back` only where the page knows its address. */
export function LanguageSwitch({ locale, back }: { locale: Locale; back?: string }) {
  const other: Locale = locale === 'zh-CN' ? 'en' : 'zh-CN';
  return (
    <form action="/locale" method="post">
      <input type="hidden" name="locale" value={other} />
      {back && <input type="hidden" name="return" value={back} />}
      <button type="submit" lang={other} className="min-h-11 px-1 whitespace-nowrap hover:underline lg:min-h-8">
        {messages(locale).shell.otherLanguage}
      </button>
    </form>
  );
}
