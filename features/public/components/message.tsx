import type { Locale } from '@/domain/format';
import { messages } from '@/messages/locale';

/** The same for a notice that is over, one that never was, and any wrong address. */
export function Gone({ locale }: { locale: Locale }) {
  const { gone } = messages(locale).publicSide;
  return (
    <>
      <h1>{gone.title}</h1>
      <p>{gone.text}</p>
      <p><a href="/public/notices">{gone.action}</a></p>
    </>
  );
}

/** A form that was not read at all. */
export function NotRead({ locale, why }: { locale: Locale; why: 'foreign' | 'large' }) {
  const { refused } = messages(locale).publicSide;
  return (
    <>
      <h1>{refused.title}</h1>
      <p className="error box" role="alert">{refused[why]}</p>
    </>
  );
}
