import type { Locale } from '@/domain/format';
import { messages } from '@/messages/locale';

/** What the unmasking dialog says. */
export function unmaskTexts(locale: Locale) {
  const { common, reliefReviews } = messages(locale);
  return { ...reliefReviews.unmask, close: common.actions.close, working: common.actions.working };
}

/** The same of an objector's telephone, which leaves no trace on the household's record. */
export const objectorTexts = (locale: Locale) => ({ ...unmaskTexts(locale), reasonHint: messages(locale).reliefReviews.objectorHint });
