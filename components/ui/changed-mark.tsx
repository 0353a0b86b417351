import type { Locale } from '@/domain/format';
import { messages } from '@/messages/locale';

/** Says that a figure reads otherwise now than when its month was closed, and opens what changed it. */
export function ChangedMark({ href, label, locale }: { href: string; label: string; locale: Locale }) {
  const { changed } = messages(locale).common.filter;
  return (
    <a href={href} aria-label={`${label} ${changed}`} className="whitespace-nowrap text-yellow underline underline-offset-2">
      <span aria-hidden="true">▲ </span>
      {changed}
    </a>
  );
}
