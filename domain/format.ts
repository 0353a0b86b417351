/** The two languages of the product. Chinese is the source. */
export const LOCALES = ['zh-CN', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

/** Every time of day on screen is the county's own, wherever the reader or the server sits. */
export const TIME_ZONE = 'Asia/Shanghai';

/** What stands where there is no value. Zero is zero; absent is a dash. */
export const ABSENT = '—';

/** What stands between names in a row. */
export const listMark = (locale: Locale): string => (locale === 'zh-CN' ? '、' : ', ');

type Absent = null | undefined;

const numbers = new Map<string, Intl.NumberFormat>();
const dates = new Map<string, Intl.DateTimeFormat>();

/** Made once: making one costs a hundred times more than using it. `manner` names the options. */
function numberFormat(locale: Locale, manner: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${locale} ${manner}`;
  const known = numbers.get(key) ?? new Intl.NumberFormat(locale, options);
  numbers.set(key, known);
  return known;
}

function dateFormat(locale: Locale, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const known = dates.get(key) ?? new Intl.DateTimeFormat(locale, options);
  dates.set(key, known);
  return known;
}

const fixed = (digits: number) => ({ minimumFractionDigits: digits, maximumFractionDigits: digits });

/** 19354 → 19,354, with exactly `digits` decimals; absent → a dash. */
export function formatNumber(locale: Locale, value: number | Absent, digits = 0): string {
  return value == null ? ABSENT : numberFormat(locale, `fixed ${digits}`, fixed(digits)).format(value);
}

/** For a wall only: 19354 → 1.94万 in Chinese, 19.4K in English. Tables show the full number. */
export function formatCompact(locale: Locale, value: number | Absent): string {
  if (value == null) return ABSENT;
  const digits = locale === 'zh-CN' ? 2 : 1;
  return numberFormat(locale, 'compact', { notation: 'compact', maximumFractionDigits: digits }).format(value);
}

/** A value that is already in percent: 6.3 → 6.3%. */
export function formatPercent(locale: Locale, percent: number | Absent, digits = 1): string {
  return percent == null ? ABSENT : numberFormat(locale, `percent ${digits}`, { style: 'percent', ...fixed(digits) }).format(percent / 100);
}

/** A line to come under, as somebody set it: 3 → 3%, 2.5 → 2.50%. */
export function formatLine(locale: Locale, percent: number): string {
  return formatPercent(locale, percent, Number.isInteger(percent) ? 0 : 2);
}

/** A difference with its sign, so that no colour is needed to read it: +12, −3, 0. */
export function formatDelta(locale: Locale, value: number | Absent, digits = 0): string {
  if (value == null) return ABSENT;
  return numberFormat(locale, `signed ${digits}`, { signDisplay: 'exceptZero', ...fixed(digits) }).format(value).replace('-', '−');
}

/** Money in integer fen → ¥1,234.50. */
export function formatMoney(locale: Locale, fen: number | Absent): string {
  if (fen == null) return ABSENT;
  return numberFormat(locale, 'money', { style: 'currency', currency: 'CNY', currencyDisplay: 'narrowSymbol' }).format(fen / 100);
}

/** Money in integer fen, short, for a wall: ¥8,500万 in Chinese, ¥85M in English. */
export function formatMoneyCompact(locale: Locale, fen: number | Absent): string {
  if (fen == null) return ABSENT;
  const style = { style: 'currency', currency: 'CNY', currencyDisplay: 'narrowSymbol', notation: 'compact' } as const;
  return numberFormat(locale, 'money, compact', { ...style, minimumFractionDigits: 0, maximumFractionDigits: 2 }).format(fen / 100);
}

const MONTH = /^(\d{4})-(0[1-9]|1[0-2])$/;
const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

/** A month 'YYYY-MM' → 2018年2月, February 2018. Anything else comes back as it is. */
export function formatMonth(locale: Locale, month: string | Absent, width: 'long' | 'short' = 'long'): string {
  if (month == null) return ABSENT;
  const parts = MONTH.exec(month);
  if (!parts) return month;
  const first = Date.UTC(Number(parts[1]), Number(parts[2]) - 1, 1);
  return dateFormat(locale, { timeZone: 'UTC', year: 'numeric', month: width }).format(first);
}

/** A calendar day ('YYYY-MM-DD', no zone) or an instant (read in the county's zone) → 2018年3月1日, 1 Mar 2018. */
export function formatDate(locale: Locale, day: string | Date | Absent): string {
  if (day == null) return ABSENT;
  const style = { year: 'numeric', month: locale === 'zh-CN' ? 'long' : 'short', day: 'numeric' } as const;
  if (day instanceof Date) return dateFormat(locale, { ...style, timeZone: TIME_ZONE }).format(day);
  const parts = DAY.exec(day);
  if (!parts) return day;
  return dateFormat(locale, { ...style, timeZone: 'UTC' }).format(Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3])));
}

/** An instant, to the minute, in the county's zone: 2018/03/01 09:05. */
export function formatDateTime(locale: Locale, instant: Date | string | number | Absent): string {
  if (instant == null) return ABSENT;
  const style = { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  return dateFormat(locale, { ...style, timeZone: TIME_ZONE }).format(new Date(instant));
}

const CLOCK = { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23', timeZone: TIME_ZONE } as const;

/**
 * A deadline, as people say it. It is the first instant that is too late, so that midnight belongs to the day before:
 * 2018年3月5日24时; Mar 5, 2018, 24:00. Any other instant as formatDateTime has it.
 */
export function formatDeadline(locale: Locale, instant: Date | Absent): string {
  if (instant == null) return ABSENT;
  if (dateFormat('en', CLOCK).format(instant) !== '00:00:00') return formatDateTime(locale, instant);
  const day = formatDate(locale, new Date(instant.getTime() - 1));
  return locale === 'zh-CN' ? `${day}24时` : `${day}, 24:00`;
}

/** The county's day of the week of an instant: 周一, Mon. */
export const formatWeekday = (locale: Locale, instant: Date): string => dateFormat(locale, { weekday: 'short', timeZone: TIME_ZONE }).format(instant);
