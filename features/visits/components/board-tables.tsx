import type { ReactNode } from 'react';
import { Figure } from '@/components/ui/figure';
import { FigureRow } from '@/components/ui/figure-row';
import { TextLink } from '@/components/ui/link-button';
import { Rate } from '@/components/ui/rate';
import { type Column, Table } from '@/components/ui/table';
import { type Filter, filterQuery } from '@/domain/filter';
import { formatNumber, formatPercent, type Locale } from '@/domain/format';
import type { IndicatorId } from '@/domain/indicators';
import { messages } from '@/messages/locale';
import type { CadreCoverage } from '../queries/cadre-board';
import type { BoardPlace } from '../queries/visit-board';

type Where = { division?: string; zone?: number };
const UNVISITED = { 1: 'support.households_unvisited_1m', 3: 'support.households_unvisited_3m', 6: 'support.households_neglected' } as const;
const SPANS = [1, 3, 6] as const;

const rowsOf = (filter: Filter, id: IndicatorId, where: Where = {}) => `/indicators/${id}${filterQuery(filter, where)}`;

/** The area as a whole: visited in one, three and six months, never, open demands. */
export function BoardFigures({ locale, filter, total }: { locale: Locale; filter: Filter; total: BoardPlace }) {
  const { board: t } = messages(locale).visits;
  const { counts } = total;
  const whole = counts['poverty.registered_households'];
  return (
    <FigureRow>
      {SPANS.map((span) => {
        const part = whole - counts[UNVISITED[span]];
        const percent = whole === 0 ? null : (part / whole) * 100;
        return <Figure key={span} label={t.within[span]} value={percent} text={formatPercent(locale, percent)} counts={{ part, whole }} locale={locale} href={rowsOf(filter, UNVISITED[span])} />;
      })}
      <Figure label={t.never} value={counts['support.households_never_visited']} unit={t.household} locale={locale} href={rowsOf(filter, 'support.households_never_visited')} />
      <Figure label={t.demands} value={counts['support.demands_open']} unit={t.item} locale={locale} href={rowsOf(filter, 'support.demands_open')} />
      <Figure label={t.overdue} value={counts['support.promises_overdue']} unit={t.item} locale={locale} href={rowsOf(filter, 'support.promises_overdue')} />
    </FigureRow>
  );
}

/** The same by zone, township or village; every number opens its rows. */
export function BoardTable({ locale, filter, places, level }: { locale: Locale; filter: Filter; places: readonly BoardPlace[]; level: 'zones' | 'townships' | 'villages' }) {
  const { board: t } = messages(locale).visits;
  const where = (row: BoardPlace): Where => (level === 'zones' ? { zone: Number(row.key) } : { division: row.key });
  const number = (row: BoardPlace, id: keyof BoardPlace['counts'], label: string) => <Linked href={rowsOf(filter, id, where(row))} value={row.counts[id]} label={`${row.name} ${label}`} locale={locale} />;
  const columns: Column<BoardPlace>[] = [
    { key: 'place', label: level === 'zones' ? t.columns.zone : t.columns.place, cell: (row) => <TextLink href={`/visits${filterQuery(filter, where(row))}`}>{row.name}</TextLink> },
    ...SPANS.flatMap((span): Column<BoardPlace>[] => [
      { key: `within-${span}`, label: t.within[span], numeric: true, cell: ({ counts }) => <Rate part={counts['poverty.registered_households'] - counts[UNVISITED[span]]} whole={counts['poverty.registered_households']} locale={locale} /> },
      { key: `unvisited-${span}`, label: t.unvisited[span], numeric: true, cell: (row) => number(row, UNVISITED[span], t.unvisited[span]) },
    ]),
    { key: 'never', label: t.never, numeric: true, cell: (row) => number(row, 'support.households_never_visited', t.never) },
    { key: 'demands', label: t.demands, numeric: true, cell: (row) => number(row, 'support.demands_open', t.demands) },
    { key: 'overdue', label: t.overdue, numeric: true, cell: (row) => number(row, 'support.promises_overdue', t.overdue) },
  ];
  return <Table caption={t[level]} captionHidden columns={columns} rows={[...places]} rowKey={(row) => row.key} locale={locale} />;
}

/** The cadres of one village; each opens the households in their care. */
export function CadreTable({ locale, filter, rows }: { locale: Locale; filter: Filter; rows: CadreCoverage[] }) {
  const { board: t } = messages(locale).visits;
  const href = (personId: number) => `/visits${filterQuery(filter, {}, { cadre: personId })}#cadre`;
  const number = (key: 'never' | 'openDemands' | 'unvisited1' | 'unvisited3' | 'unvisited6', label: string): Column<CadreCoverage> => ({
    key, label, numeric: true,
    cell: (row) => (row.personId === null ? formatNumber(locale, row[key]) : <Linked href={href(row.personId)} value={row[key]} label={`${row.name} ${label}`} locale={locale} />),
  });
  const columns: Column<CadreCoverage>[] = [
    { key: 'cadre', label: t.columns.cadre, cell: ({ personId, name }) => (personId === null ? t.noCadre : <TextLink href={href(personId)}>{name}</TextLink>) },
    { key: 'within', label: t.within[3], numeric: true, cell: (row) => <Rate part={row.households - row.unvisited3} whole={row.households} locale={locale} /> },
    number('unvisited1', t.unvisited[1]), number('unvisited3', t.unvisited[3]), number('unvisited6', t.unvisited[6]), number('never', t.never), number('openDemands', t.demands),
  ];
  return <Table caption={t.cadres} captionHidden columns={columns} rows={rows} rowKey={(row) => String(row.personId)} locale={locale} />;
}

function Linked({ href, value, label, locale }: { href: string; value: number; label: string; locale: Locale }): ReactNode {
  const text = formatNumber(locale, value);
  return value === 0 ? text : <TextLink href={href} label={`${label} ${text}`}>{text}</TextLink>;
}
