import { formatDeadline, formatMoney, formatNumber, type Locale } from '@/domain/format';
import { messages } from '@/messages/locale';
import type { OpenNotice, OpenNotices } from '../queries/list-notices';
import { Choice, EMPTY } from './fields';

interface ListProps {
  readonly locale: Locale;
  readonly list: OpenNotices;
  readonly township: string | null;
  readonly later: boolean;
}

const query = (given: Record<string, string | number | null>) => {
  const search = new URLSearchParams(Object.entries(given).flatMap(([name, value]) => (value === null ? [] : [[name, String(value)]])));
  return search.size > 0 ? `?${search}` : '';
};

/** The notices that hang out now, by township and page. */
export function Notices({ locale, list, township, later }: ListProps) {
  const { publicSide } = messages(locale);
  const texts = publicSide.notices;
  return (
    <>
      <h1>{texts.title}</h1>
      <p>{texts.lead}</p>
      {list.townships.length > 1 && (
        <form method="get" className="line">
          <Choice name="township" label={texts.filter} none={texts.all} required={false} chosen={township ?? ''} state={EMPTY}
            options={list.townships.map(({ code, name, count }) => ({ value: code, label: texts.option(name, count) }))} />
          <button className="second">{texts.show}</button>
        </form>
      )}
      {list.rows.length === 0 ? <p className="empty">{township === null ? texts.empty : texts.emptyThere}</p> : <NoticeTable locale={locale} rows={list.rows} />}
      <p className="pages">
        {later && <a href={`/public/notices${query({ township })}`}>{publicSide.first}</a>}
        {list.next !== null && <a href={`/public/notices${query({ township, before: list.next })}`}>{publicSide.older}</a>}
      </p>
    </>
  );
}

function NoticeTable({ locale, rows }: { locale: Locale; rows: readonly OpenNotice[] }) {
  const { publicSide } = messages(locale);
  const { columns, open } = publicSide.notices;
  return (
    <table className="stack">
      <thead>
        <tr><th>{columns.name}</th><th>{columns.village}</th><th className="number">{columns.people}</th><th className="number">{columns.amount}</th><th>{columns.until}</th><th><span className="away">{columns.open}</span></th></tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">{row.maskedName}</th>
            <td data-label={columns.village}>{row.township} {row.village}</td>
            <td data-label={columns.people} className="number">{formatNumber(locale, row.people)}</td>
            <td data-label={columns.amount} className="number">{formatMoney(locale, row.amount)}</td>
            <td data-label={columns.until}>{formatDeadline(locale, new Date(row.closesAt))}</td>
            <td className="go"><a href={`/public/notices/${row.id}`} aria-label={open(row.maskedName)}>{columns.open}</a></td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
