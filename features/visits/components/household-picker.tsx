import { Badge } from '@/components/ui/badge';
import { TextLink } from '@/components/ui/link-button';
import { formatDate, formatNumber, type Locale } from '@/domain/format';
import { messages } from '@/messages/locale';
import type { MyHousehold } from '../queries/my-households';

/** Households, the longest unvisited first; the whole line opens the form, for whoever only looks the household. */
export function HouseholdPicker({ locale, rows, record = true }: { locale: Locale; rows: MyHousehold[]; record?: boolean }) {
  const { work: t } = messages(locale).visits;
  if (rows.length === 0) return <p className="text-muted">{t.mineNone}</p>;
  const number = (value: number) => formatNumber(locale, value);
  return (
    <ul className="grid gap-x-8 md:grid-cols-2">
      {rows.map(({ id, name, village, groupNo, people, lastVisit, openDemands, overdue }) => (
        <li key={id} className="border-b border-line">
          <TextLink href={record ? `/visits/new?household=${id}` : `/households/${id}`} className="flex min-h-13 flex-wrap items-center gap-x-3 gap-y-0.5 py-1.5 hover:bg-wash" label={record ? t.recordFor(name) : undefined}>
            <span className="font-medium underline decoration-line-strong underline-offset-4">{name}</span>
            <span className="text-muted">
              {village} {t.group(groupNo)} {t.people(number(people))}
            </span>
            <span className="ms-auto flex items-center gap-2">
              {overdue > 0 ? <Badge tone="red">{t.overdue(number(overdue))}</Badge> : openDemands > 0 && <Badge tone="yellow">{t.openDemands(number(openDemands))}</Badge>}
              <span className={lastVisit ? 'text-muted' : 'text-red'}>{lastVisit ? t.lastVisit(formatDate(locale, lastVisit)) : t.never}</span>
            </span>
          </TextLink>
        </li>
      ))}
    </ul>
  );
}
