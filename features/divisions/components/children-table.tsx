import { ChangedMark } from '@/components/ui/changed-mark';
import { Counts } from '@/components/ui/counts';
import { Section } from '@/components/ui/section';
import { Table } from '@/components/ui/table';
import { TextLink } from '@/components/ui/link-button';
import { changedHref, formatFigure } from '@/domain/figure';
import { type Filter, filterQuery } from '@/domain/filter';
import type { Locale } from '@/domain/format';
import type { Changed } from '@/db/late-changes';
import { isIndicator } from '@/domain/indicators';
import { messages } from '@/messages/locale';
import type { CutRow } from '@/features/indicators/queries/cut-rows';

/** The order of the children, from the address: by one of their figures or by name. */
export interface ChildSort {
  key: string;
  direction: 'asc' | 'desc';
}

export function readChildSort(sort: unknown, direction: unknown): ChildSort {
  const key = sort === 'name' || (typeof sort === 'string' && isIndicator(sort)) ? sort : 'poverty.incidence';
  return { key, direction: direction === 'asc' || (direction !== 'desc' && key === 'name') ? 'asc' : 'desc' };
}

interface Ranked extends CutRow {
  rank: number;
}

type Props = { locale: Locale; path: string; level: 'township' | 'village'; rows: CutRow[]; changed: Changed; filter: Filter; sort: ChildSort };

/** The townships or villages of a place side by side, ranked. */
export function ChildrenTable({ locale, path, level, rows, changed, filter, sort }: Props) {
  const { divisions, figures } = messages(locale);
  const texts = divisions.children;
  const title = level === 'township' ? texts.townships : texts.villages;
  const query = { month: filter.month, reading: filter.reading, division: null, zone: null, line: null };
  return (
    <Section title={title} id="children">
      <p className="mb-2 text-sm text-muted">{isIndicator(sort.key) ? texts.note(figures[sort.key].name, sort.direction) : texts.byName}</p>
      <Table<Ranked>
        caption={title}
        captionHidden
        locale={locale}
        narrow="scroll"
        rows={ranked(rows, sort)}
        rowKey={({ key }) => key}
        sort={{ ...sort, href: (key, direction) => `${path}${filterQuery(query, {}, { sort: key, direction })}#children` }}
        columns={[
          { key: 'rank', label: texts.rank, numeric: true, cell: ({ rank }) => rank },
          { key: 'name', label: texts.name, heading: true, sortable: true, tight: true, cell: ({ key, name }) => <TextLink href={`/divisions/${key}${filterQuery(query)}`}>{name}</TextLink> },
          ...(rows[0]?.readings ?? []).map(({ indicator: id }, at) => ({
            key: id,
            label: figures[id].name,
            numeric: true,
            sortable: true,
            cell: ({ key, name, readings }: Ranked) => (
              <>
                <Cell locale={locale} reading={readings[at]} />
                {changed.has(id, key) && <div className="text-sm"><ChangedMark href={changedHref(filter, id, key)} label={`${name} ${figures[id].name}`} locale={locale} /></div>}
              </>
            ),
          })),
        ]}
      />
    </Section>
  );
}

/** A rate stands with its two counts. */
function Cell({ locale, reading }: { locale: Locale; reading: CutRow['readings'][number] | undefined }) {
  if (!reading) return null;
  const { indicator: id, value, numerator, denominator } = reading;
  if (denominator === null) return formatFigure(locale, id, value);
  return (
    <span className="whitespace-nowrap">
      {formatFigure(locale, id, value)} <span className="text-sm text-muted"><Counts part={numerator} whole={denominator} locale={locale} /></span>
    </span>
  );
}

/** Equal values share a rank; a place without a value comes last. */
export function ranked(rows: readonly CutRow[], { key, direction }: ChildSort): Ranked[] {
  const valueOf = (row: CutRow) => row.readings.find(({ indicator: id }) => id === key)?.value ?? null;
  const sign = direction === 'asc' ? 1 : -1;
  const sorted = rows.toSorted((a, b) => {
    if (key === 'name') return (a.key < b.key ? -1 : 1) * sign;
    const [left, right] = [valueOf(a), valueOf(b)];
    if (left === right) return a.key < b.key ? -1 : 1;
    if (left === null || right === null) return left === null ? 1 : -1;
    return (left - right) * sign;
  });
  let rank = 0;
  return sorted.map((row, at) => {
    const before = sorted[at - 1];
    if (key === 'name' || !before || valueOf(before) !== valueOf(row)) rank = at + 1;
    return { ...row, rank };
  });
}
