import type { Locale } from '@/domain/format';
import { messages } from '@/messages/locale';

/** What the unmasking dialog says. */
export function unmaskTexts(locale: Locale) {
  const { common, reliefReviews } = messages(locale);
  return { ...reliefReviews.unmask, close: common.actions.close, working: common.actions.working };
}
