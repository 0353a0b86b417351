import { LinkButton } from '@/components/ui/link-button';
import { formatNumber, type Locale } from '@/domain/format';
import { messages } from '@/messages/locale';

/** Between the whole queue and what can be verified without opening it. */
export function PlainSwitch({ on, count, href, locale }: { on: boolean; count: number; href: string; locale: Locale }) {
  const { all, offer, hint } = messages(locale).checklists.review.plainSwitch;
  if (!on && count === 0) return null;
  return (
    <p className="mb-3 flex flex-wrap items-center gap-3">
      <LinkButton href={href}>{on ? all : offer(formatNumber(locale, count))}</LinkButton>
      {on && <span className="text-muted">{hint}</span>}
    </p>
  );
}
