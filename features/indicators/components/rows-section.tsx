import type { ReactNode } from 'react';
import { Notice } from '@/components/shell/notice';
import { Pagination } from '@/components/shell/pagination';
import { Section } from '@/components/ui/section';
import { Table } from '@/components/ui/table';
import { TextLink } from '@/components/ui/link-button';
import { may, ROLE_OF } from '@/domain/access';
import type { Duty } from '@/domain/command';
import { cursorText } from '@/domain/cursor';
import { digitsOf } from '@/domain/figure';
import { type Filter, filterQuery } from '@/domain/filter';
import { formatDate, formatNumber, type Locale } from '@/domain/format';
import { indicator, type IndicatorId } from '@/domain/indicators';
import type { Viewer } from '@/domain/viewer';
import { messages } from '@/messages/locale';
import type { IndicatorRows } from '../queries/indicator-rows';

type Row = IndicatorRows['rows'][number];

export interface RowsSectionProps {
  viewer: Viewer;
  locale: Locale;
  /** The page's indicator; the rows may be those of its first part. */
  id: IndicatorId;
  filter: Filter;
  rows: IndicatorRows;
  /** Whether this is not the first page. */
  later: boolean;
  actions?: ReactNode;
}

/** The rows that make up the figure, each leading to its record. */
export function RowsSection({ viewer, locale, id, filter, rows: { of, sight, count, rows, next }, later, actions }: RowsSectionProps) {
  const { indicators, figures } = messages(locale);
  const texts = indicators.rows;
  const here = (after: string | null) => `/indicators/${id}${filterQuery(filter, {}, { after })}#rows`;
  const definition = indicator(of);
  const least = 'divisions' in definition && definition.divisions === 'least';
  const lasting = 'time' in definition && definition.time === 'last';
  const amounts = least || ('of' in definition && definition.of === 'amount');
  if (sight === 'closed') {
    return (
      <Section id="rows" title={texts.of(figures[of].name)}>
        <Notice title={texts.closed} />
      </Section>
    );
  }
  return (
    <Section id="rows" title={texts.of(figures[of].name)} actions={actions}>
      <p className="mb-2 text-muted">
        {texts.count(formatNumber(locale, count))} {sight === 'own' && texts.own} {filter.reading === 'known' && texts.known}
      </p>
      <Table
        caption={texts.of(figures[of].name)}
        captionHidden
        locale={locale}
        narrow="scroll"
        rows={rows}
        rowKey={(row) => `${row.division} ${row.key}`}
        empty={texts.none}
        columns={[
          { key: 'label', label: texts.label, cell: (row) => <TextLink href={rowHref(viewer, row, filter)}>{rowName(locale, row)}</TextLink> },
          { key: 'place', label: texts.place, cell: (row) => row.place },
          ...(least ? [] : [{ key: 'since', label: lasting ? texts.since : texts.day, tight: true, cell: (row: Row) => formatDate(locale, row.since) }]),
          ...(lasting && !least ? [{ key: 'until', label: texts.until, tight: true, cell: (row: Row) => formatDate(locale, row.until) }] : []),
          ...(amounts ? [{ key: 'amount', label: `${texts.amount}（${indicators.units[definition.unit]}）`, numeric: true, cell: (row: Row) => formatNumber(locale, row.amount, digitsOf(of)) }] : []),
        ]}
      />
      <Pagination locale={locale} previous={later ? here(null) : null} next={next ? here(cursorText(next)) : null} />
    </Section>
  );
}

/** What a row is called; a seat by its post and its duty. */
function rowName(locale: Locale, { kind, key, label, place }: Row): string {
  const duty = kind === 'vacancy' ? (key.split(':')[1] as Duty) : null;
  return duty ? `${label} · ${messages(locale).roles[ROLE_OF[duty]]}` : label || place;
}

/** The record a row stands for; what has no page of its own, or none for this viewer, leads to its place. */
export function rowHref(viewer: Viewer, { kind, key, division, household }: Row, filter: Filter): string {
  const at = filterQuery(filter, { division: null, zone: null });
  const place = `/divisions/${division}${at}`;
  if (household !== null) return may(viewer, 'households.view') ? `/households/${household}` : place;
  if ((kind === 'post' || kind === 'vacancy') && may(viewer, 'posts.view')) return `/posts/${key.split(':')[0]}`;
  if (kind === 'checklist' && may(viewer, 'checklists.view')) return `/checklists/${key}`;
  if (kind === 'relief' && may(viewer, 'relief.view')) return `/relief/${key.split(':')[0]}`;
  if ((kind === 'fund-entry' || kind === 'donation') && may(viewer, 'fund.view')) return '/funds';
  if (kind === 'zone') return `/zones/${key}${at}`;
  return place;
}
