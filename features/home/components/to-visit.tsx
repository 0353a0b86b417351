import { TextLink } from '@/components/ui/link-button';
import { formatDate, formatNumber, type Locale } from '@/domain/format';
import type { Month } from '@/domain/month';
import { messages } from '@/messages/locale';
import type { ToDo } from '../queries/to-do';

/** Own households that nobody visited this month, the longest unseen first. */
export function ToVisit({ toVisit, locale }: { toVisit: NonNullable<ToDo['toVisit']>; locale: Locale }) {
  const { toDo: texts } = messages(locale).home;
  const number = (value: number) => formatNumber(locale, value);
  const { rows, count, of } = toVisit;
  if (count === 0) return <li className="py-2.5">{texts.visited(number(of))}</li>;
  return (
    <li className="py-2.5">
      <p className="font-medium">
        <TextLink href="/visits">{texts.visit(number(count), number(of))}</TextLink>
      </p>
      <ul className="mt-1 grid gap-x-8 sm:grid-cols-2">
        {rows.map(({ id, name, village, groupNo, lastVisit }) => (
          <li key={id} className="flex min-h-11 items-center gap-3 border-b border-line lg:min-h-9">
            <TextLink href={`/visits/new?household=${id}`}>{name}</TextLink>
            <span className="grow text-muted">
              {village} {texts.group(groupNo)}
            </span>
            <span className={lastVisit ? 'text-muted' : 'text-red'}>{lastVisit ? texts.lastVisit(formatDate(locale, lastVisit)) : texts.never}</span>
          </li>
        ))}
      </ul>
      {count > rows.length && <p className="mt-1 text-muted">{texts.more(number(count - rows.length))}</p>}
    </li>
  );
}

/** Places of the ground whose checklists are not all in. */
export function TrailingPlaces({ trailing, month, locale }: { trailing: NonNullable<ToDo['trailing']>; month: Month; locale: Locale }) {
  const { toDo: texts } = messages(locale).home;
  const number = (value: number) => formatNumber(locale, value);
  return (
    <li className="py-2.5">
      <p className="font-medium">
        <TextLink href={`/checklists?month=${month}`}>{texts.trailing(number(trailing.count))}</TextLink>
      </p>
      <ul className="mt-1 flex flex-wrap gap-x-6 gap-y-1">
        {trailing.rows.map(({ code, name, missing, expected }) => (
          <li key={code} className="flex min-h-9 items-center gap-2">
            <TextLink href={`/divisions/${code}?month=${month}`}>{name}</TextLink>
            <span className="text-muted">{texts.missing(number(missing), number(expected))}</span>
          </li>
        ))}
        {trailing.count > trailing.rows.length && <li className="flex min-h-9 items-center text-muted">{texts.morePlaces(number(trailing.count - trailing.rows.length))}</li>}
      </ul>
    </li>
  );
}
