import { EmptyState } from '@/components/shell/notice';
import { Pages } from '@/components/shell/pagination';
import { LinkButton, TextLink } from '@/components/ui/link-button';
import { type Column, Table } from '@/components/ui/table';
import { type Filter, filterQuery } from '@/domain/filter';
import { ABSENT, formatMoney, formatNumber, type Locale } from '@/domain/format';
import { isOver, isWithdrawable, RELIEF_STATES } from '@/domain/relief';
import { CASES_PER_PAGE, dueIn, type ReliefSearch, reliefSearchParams } from '@/domain/relief-search';
import { messages } from '@/messages/locale';
import type { CaseList, CaseRow } from '../queries/list-cases';
import { STATE_TONES } from './state-badge';

type Props = { locale: Locale; list: CaseList; search: ReliefSearch; filter: Filter; /** Whether the viewer hands in for the villages listed, and changes accounts there. */ applies: boolean; changesCards: boolean };

const DAY_MS = 86_400_000;
const link = (filter: Filter, search: ReliefSearch, changed: Partial<ReliefSearch>) => `/relief${filterQuery(filter, {}, reliefSearchParams({ ...search, ...changed }))}`;

/** How many applications are in each step, each a link to them; those over their days in a word. */
export function StateCounts({ locale, list: { counts }, search, filter }: Omit<Props, 'applies' | 'changesCards'>) {
  const { relief: { states }, reliefApplications: { list: t } } = messages(locale);
  const number = (value: number) => formatNumber(locale, value);
  const all = Object.values(counts).reduce((sum, { count }) => sum + count, 0);
  const there = RELIEF_STATES.filter((state) => counts[state]);
  return (
    <nav aria-label={t.states} className="mb-5 flex flex-wrap gap-x-5 gap-y-2">
      <TextLink href={link(filter, search, { state: null, page: 1 })} current={search.state === null} className="aria-[current]:font-semibold">{`${t.all} ${number(all)}`}</TextLink>
      {there.map((state) => (
        <span key={state} className="whitespace-nowrap">
          <TextLink href={link(filter, search, { state, page: 1 })} current={search.state === state} className="underline decoration-line-strong underline-offset-4 aria-[current]:font-semibold">{`${states[state]} ${number(counts[state]?.count ?? 0)}`}</TextLink>
          {(counts[state]?.late ?? 0) > 0 && <span className="ms-1 text-sm text-red">{`▲ ${t.late(number(counts[state]?.late ?? 0))}`}</span>}
        </span>
      ))}
    </nav>
  );
}

function columnsOf({ locale, list: { now }, applies, changesCards }: Props): Column<CaseRow>[] {
  const { relief, reliefApplications: { list: t } } = messages(locale);
  const number = (value: number) => formatNumber(locale, value);
  const due = (dueAt: number) => {
    const { days, light } = dueIn(dueAt, now);
    return { badge: days < 0 ? t.over(number(-days)) : t.left(number(days)), tone: light } as const;
  };
  const act = (row: CaseRow) => {
    if (applies && isWithdrawable(row.state)) return { href: `/relief/${row.id}/edit`, text: t.work, label: t.workOn(row.no) };
    return changesCards && row.state === 'failed' ? { href: `/relief/${row.id}#cards`, text: t.changeCard, label: t.changeCardOf(row.no) } : '';
  };
  return [
    { key: 'no', label: t.columns.no, heading: true, tight: true, cell: (row) => ({ href: `/relief/${row.id}`, text: row.no }) },
    { key: 'head', label: t.columns.head, cell: (row) => row.headName },
    { key: 'village', label: t.columns.village, cell: (row) => `${row.townshipName} ${row.villageName}` },
    { key: 'cause', label: t.columns.cause, tight: true, cell: (row) => relief.causes[row.cause] },
    { key: 'year', label: t.columns.year, numeric: true, cell: (row) => String(row.year) },
    { key: 'amount', label: t.columns.amount, numeric: true, cell: (row) => formatMoney(locale, row.amount) },
    { key: 'state', label: t.columns.state, tight: true, cell: (row) => ({ badge: relief.states[row.state], tone: STATE_TONES[row.state] }) },
    { key: 'since', label: t.columns.since, numeric: true, cell: (row) => (isOver(row.state) ? ABSENT : t.days(number(Math.floor((now - row.since) / DAY_MS)))) },
    { key: 'due', label: t.columns.due, tight: true, cell: (row) => (row.dueAt === null ? ABSENT : due(row.dueAt)) },
    ...(applies || changesCards ? [{ key: 'act', label: t.act, tight: true, cell: act }] : []),
  ];
}

/** Applications, those whose days end first on top. */
export function CaseTable(props: Props) {
  const { locale, list, search, filter } = props;
  const { list: t } = messages(locale).reliefApplications;
  if (Object.keys(list.counts).length === 0) return <EmptyState title={t.none.title}>{t.none.text}</EmptyState>;
  if (list.rows.length === 0) return <EmptyState title={t.empty.title} action={<LinkButton href="/relief">{messages(locale).common.actions.reset}</LinkButton>}>{t.empty.text}</EmptyState>;
  return (
    <>
      <p className="mb-2 text-muted" role="status">{t.counted(formatNumber(locale, list.count))}</p>
      <Table caption={t.title} captionHidden locale={locale} rows={list.rows} rowKey={({ id }) => String(id)} columns={columnsOf(props)} />
      <Pages locale={locale} page={search.page} size={CASES_PER_PAGE} total={list.count} hrefOf={(page) => link(filter, search, { page })} />
    </>
  );
}
