import type { Locale } from '@/domain/format';
import { messages } from '@/messages/locale';
import { ChangedLink } from './changed-link';

/** The usual words for a figure that was changed after its month was closed. */
export function ChangedMark({ href, label, locale }: { href: string; label: string; locale: Locale }) {
  return <ChangedLink href={href} label={label} said={messages(locale).common.filter.changed} />;
}
