import { EmptyState } from '@/components/shell/notice';
import { Pagination } from '@/components/shell/pagination';
import { LinkButton, TextLink } from '@/components/ui/link-button';
import { type Column, Table } from '@/components/ui/table';
import { type Filter, filterQuery } from '@/domain/filter';
import { ABSENT, formatDate, formatNumber, type Locale } from '@/domain/format';
import { HOUSEHOLDS_PER_PAGE, householdSearchParams, type HouseholdSearch, LAST_HOUSEHOLD_PAGE } from '@/domain/household-search';
import { messages } from '@/messages/locale';
import type { HouseholdList, HouseholdRow } from '../queries/list-households';

type Props = { locale: Locale; list: HouseholdList; search: HouseholdSearch; filter: Filter };

function columnsOf(locale: Locale, filter: Filter): Column<HouseholdRow>[] {
  const { households: t } = messages(locale);
  const month = filterQuery(filter, { division: null, zone: null });
  return [
    {
      key: 'head', label: t.columns.head, heading: true, sortable: true,
      cell: (row) => (row.found === null ? { href: `/households/${row.id}`, text: row.headName } : (
        <>
          <TextLink href={`/households/${row.id}`}>{row.headName}</TextLink>
          <span className="ms-2 text-sm font-normal text-muted">{t.matchedMember(row.found)}</span>
        </>
      )),
    },
    { key: 'no', label: t.columns.no, tight: true, cell: (row) => row.no },
    { key: 'place', label: t.columns.village, sortable: true, cell: (row) => ({ href: `/divisions/${row.village}${month}`, text: `${row.townshipName} ${row.villageName}` }) },
    { key: 'people', label: t.columns.people, numeric: true, cell: (row) => formatNumber(locale, row.people) },
    { key: 'cause', label: t.columns.cause, cell: (row) => t.causes[row.mainCause] },
    { key: 'state', label: t.columns.state, tight: true, cell: (row) => (row.exitedOn ? { badge: t.stateOf.exited, tone: 'green' } : { badge: t.stateOf.remaining, tone: 'yellow' }) },
    { key: 'housing', label: t.columns.housing, tight: true, cell: (row) => (row.housed ? t.exit.met : { badge: t.exit.unmet, tone: 'red' }) },
    { key: 'cadre', label: t.columns.cadre, cell: (row) => row.cadre ?? { badge: t.gaps['no-cadre'], tone: 'red' } },
    { key: 'lastVisit', label: t.columns.lastVisit, tight: true, cell: (row) => (row.lastVisit ? formatDate(locale, row.lastVisit) : ABSENT) },
  ];
}

/** A page of households, with how many there are and the way on. */
export function HouseholdTable({ locale, list, search, filter }: Props) {
  const { households: t } = messages(locale);
  const link = (changed: Partial<HouseholdSearch>) => `/households${filterQuery(filter, {}, householdSearchParams({ ...search, ...changed }))}`;
  const first = (search.page - 1) * HOUSEHOLDS_PER_PAGE;
  const more = list.count > first + list.rows.length && list.rows.length === HOUSEHOLDS_PER_PAGE;
  const number = (value: number) => formatNumber(locale, value);
  if (list.rows.length === 0) {
    return <EmptyState title={t.empty.title} action={<LinkButton href={`/households${filterQuery(filter)}`}>{t.empty.reset}</LinkButton>}>{t.empty.text}</EmptyState>;
  }
  return (
    <>
      <p className="mb-2 text-muted" role="status">
        <strong className="font-semibold text-ink">{list.capped ? t.countedAtLeast(number(list.count)) : t.counted(number(list.count))}</strong>{' '}
        {t.shown(number(first + 1), number(first + list.rows.length))}
      </p>
      <Table
        caption={t.list}
        captionHidden
        columns={columnsOf(locale, filter)}
        rows={list.rows}
        rowKey={(row) => String(row.id)}
        locale={locale}
        sort={{ key: search.sort, direction: search.descending ? 'desc' : 'asc', href: (key, direction) => link({ sort: key === 'head' ? 'head' : 'place', descending: direction === 'desc', page: 1 }) }}
      />
      <Pagination
        locale={locale}
        previous={search.page > 1 ? link({ page: search.page - 1 }) : null}
        next={more && search.page < LAST_HOUSEHOLD_PAGE ? link({ page: search.page + 1 }) : null}
      />
      {more && search.page === LAST_HOUSEHOLD_PAGE && <p className="mt-2 text-muted">{t.tooDeep}</p>}
    </>
  );
}
