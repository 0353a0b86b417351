import type { Locale } from '@/domain/format';
import { en } from './en';
import { zhCN } from './zh-CN';

export { LOCALES, type Locale } from '@/domain/format';

/** The typed catalogue. Chinese is the source: a key that English lacks is a type error. */
export type Messages = typeof zhCN;

const catalogues: Record<Locale, Messages> = { 'zh-CN': zhCN, en };

/**
 * The texts of one language. Call it in server components only and hand strings to client components as props,
 * so that no catalogue travels to the browser.
 */
export function messages(locale: Locale): Messages {
  return catalogues[locale];
}
