import 'server-only';
import { cookies } from 'next/headers';
import { LOCALES, type Locale } from '@/domain/format';

export const LOCALE_COOKIE = 'locale';

/** Reads a locale from outside; anything unknown is Chinese, the product's first language. */
export function asLocale(value: unknown): Locale {
  return LOCALES.find((locale) => locale === value) ?? 'zh-CN';
}

/** The language this reader chose with the switch in the header, remembered in a cookie. */
export async function currentLocale(): Promise<Locale> {
  return asLocale((await cookies()).get(LOCALE_COOKIE)?.value);
}
