import 'server-only';
import type { ReadingKind } from '@/db/readings';
import type { RegisterRow } from '@/db/rows';
import type { Area } from '@/domain/area';
import type { RowCursor } from '@/domain/cursor';
import { BYTE_ORDER_MARK, csvLine } from '@/domain/csv';
import { formatDate, formatMonth, type Locale } from '@/domain/format';
import type { IndicatorId } from '@/domain/indicators';
import type { Month } from '@/domain/month';
import type { Viewer } from '@/domain/viewer';
import { messages } from '@/messages/locale';
import { exportRows } from './commands/export-rows';
import { indicatorRows } from './queries/indicator-rows';

const ROWS_AT_A_TIME = 2000;

export interface ExportAsked {
  id: IndicatorId;
  area: Area;
  /** The place's name. */
  place: string;
  month: Month;
  /** How the page's figure is read; its rows are those of now either way. */
  reading: ReadingKind;
  locale: Locale;
  /** The day of the export by the county's clock, `YYYY-MM-DD`. */
  today: string;
  /** The place's code, when it is one division. */
  division: string | null;
  address: string | null;
}

/** The rows behind a figure as CSV, with who took them out and when in the first line; recorded before the first row is read. */
export async function rowsAsCsv(viewer: Viewer, { id, area, place, month, reading, locale, today, division, address }: ExportAsked): Promise<string[]> {
  await exportRows(viewer, { indicator: id, month, division, area }, address);
  const { indicators, figures } = messages(locale);
  const { columns, watermark, scope, readings } = indicators.exports;
  const chunks = [
    BYTE_ORDER_MARK + csvLine([watermark(viewer.name, viewer.username, formatDate(locale, today))]),
    csvLine([scope(figures[id].name, formatMonth(locale, month), place, readings[reading])]),
    csvLine([columns.division, columns.place, columns.label, columns.since, columns.until, columns.amount]),
  ];
  for (let after: RowCursor | null = null, more = true; more; ) {
    const page = await indicatorRows(viewer, id, { area, month, after, limit: ROWS_AT_A_TIME });
    chunks.push(page.rows.map(line).join(''));
    after = page.next;
    more = after !== null;
  }
  return chunks;
}

const line = ({ division, place, label, since, until, amount }: RegisterRow): string => csvLine([division, place, label, since, until, amount]);
