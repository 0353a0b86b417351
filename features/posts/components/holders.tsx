import { ROLE_OF } from '@/domain/access';
import type { Duty } from '@/domain/command';
import { formatNumber, listMark, type Locale } from '@/domain/format';
import { messages } from '@/messages/locale';
import type { Holder } from '../queries/list-posts';

const NAMED = 5;

export const dutyName = (locale: Locale, duty: Duty): string => messages(locale).roles[ROLE_OF[duty]];
export const dutyNames = (locale: Locale, duties: readonly Duty[]): string => duties.map((duty) => dutyName(locale, duty)).join(listMark(locale));

/** Who serves at a post, by duty; the first few by name. */
export function Holders({ locale, holders }: { locale: Locale; holders: readonly Holder[] }) {
  const duties = [...new Set(holders.map((holder) => holder.duty))];
  return duties.map((duty) => {
    const names = holders.filter((holder) => holder.duty === duty).map((holder) => holder.name);
    const shown = names.slice(0, NAMED).join(listMark(locale));
    return (
      <span key={duty} className="me-3 inline-block">
        {dutyName(locale, duty)} <span className="text-ink">{shown}</span>
        {names.length > NAMED && ` +${formatNumber(locale, names.length - NAMED)}`}
      </span>
    );
  });
}
