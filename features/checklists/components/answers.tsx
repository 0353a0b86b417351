import type { ReactNode } from 'react';
import { Notice } from '@/components/shell/notice';
import { TextLink } from '@/components/ui/link-button';
import { Table } from '@/components/ui/table';
import { burden } from '@/domain/checklist-answer';
import { formatDelta, formatNumber, type Locale } from '@/domain/format';
import { messages } from '@/messages/locale';
import type { ChecklistView, EntryView } from '../queries/find-checklist';
import { FileLinks } from './file-links';
import { VerdictBadge } from './state-badge';
import { Thread } from './thread';

/** A number with two decimals at most, as it was typed or recorded. */
export const shown = (locale: Locale, value: number | null | undefined): string => formatNumber(locale, value ?? null, value != null && !Number.isInteger(value) ? 2 : 0);

export const rowsOf = (checklist: Pick<ChecklistView, 'division' | 'month'>, indicator: string): string => `/indicators/${indicator}?month=${checklist.month}&division=${checklist.division}`;

/** What was filed, entry by entry, beside the records then and now, with the verdicts. */
export function Answers({ checklist, clauses, locale }: { checklist: ChecklistView; clauses: Clauses; locale: Locale }) {
  const { common, checklists: { view, changed: changedList } } = messages(locale);
  const { entries, state } = checklist;
  const filed = checklist.filedAt !== null;
  const changed = state === 'verified' ? entries.filter(hasChanged) : [];
  const kept = entries.flatMap((entry) => (entry.kept ? [entry.kept] : []));
  const { typed, prefilled } = burden(kept);
  return (
    <>
      {changed.length > 0 && (
        <Notice tone="warning" title={view.changedTitle(formatNumber(locale, changed.length))}>
          {view.changedHint} <TextLink href={`/checklists/changed?month=${checklist.month}`}>{changedList.title}</TextLink>
        </Notice>
      )}
      {!filed && <Notice title={view.openedFor} />}
      <Table
        caption={view.entry}
        captionHidden
        locale={locale}
        rows={[...entries]}
        rowKey={(entry) => String(entry.no)}
        columns={[
          { key: 'entry', label: view.entry, heading: true, cell: (entry) => <Asked checklist={checklist} entry={entry} clauses={clauses} locale={locale} /> },
          { key: 'claim', label: view.claim, cell: (entry) => <Claim entry={entry} locale={locale} /> },
          {
            key: 'recorded',
            label: filed ? view.recordedThen : view.recordedNow,
            numeric: true,
            cell: (entry) => entry.indicator && <TextLink href={rowsOf(checklist, entry.indicator)}>{shown(locale, filed ? entry.kept?.recorded : entry.current)}</TextLink>,
          },
          {
            key: 'verdict',
            label: view.verdict,
            cell: (entry) => (
              <div className="space-y-1 text-start">
                {entry.kept?.verdict && <VerdictBadge verdict={entry.kept.verdict} locale={locale} />}
                {entry.kept?.note && <p>{entry.kept.note}</p>}
                {state === 'verified' && hasChanged(entry) && (
                  <p className="text-yellow">
                    <span aria-hidden="true">▲ </span>
                    {common.noted(view.changed(formatDelta(locale, entry.current! - entry.kept!.recorded!)), shown(locale, entry.current))}
                  </p>
                )}
              </div>
            ),
          },
        ]}
      />
      {filed && <p className="mt-2 text-sm text-muted">{view.burden(formatNumber(locale, typed), formatNumber(locale, prefilled))}</p>}
    </>
  );
}

/** The clauses of letters that a checklist's figures count toward, by indicator. */
export type Clauses = ReadonlyMap<string, ReactNode>;
export const clauseOf = (clauses: Clauses, { indicator }: Pick<EntryView, 'indicator'>): ReactNode => (indicator === null ? null : clauses.get(indicator));

function Asked({ checklist, entry, clauses, locale }: { checklist: ChecklistView; entry: EntryView; clauses: Clauses; locale: Locale }) {
  return (
    <>
      {label(entry, locale)}
      <div className="font-normal">{clauseOf(clauses, entry)}</div>
      <Thread checklist={checklist} entry={entry} locale={locale} />
    </>
  );
}

export const label = (entry: Pick<EntryView, 'no' | 'label' | 'labelEn'>, locale: Locale): string => `${entry.no}. ${locale === 'en' ? entry.labelEn : entry.label}`;

/** Rows changed after the verification: what the records say now is not what the verdict was given on. */
const hasChanged = ({ kept, current }: EntryView): boolean => kept?.recorded != null && current !== null && current !== kept.recorded;

/** What the filer gave: a number and how it stands to the records, a text, files, or "nothing". */
export function Claim({ entry, locale }: { entry: EntryView; locale: Locale }) {
  const { view } = messages(locale).checklists;
  const { kept, kind, files } = entry;
  if (!kept) return <span className="text-muted">{view.none}</span>;
  const difference = kept.claim !== null && kept.recorded !== null ? kept.claim - kept.recorded : null;
  return (
    <div className="space-y-1 text-start">
      {kept.nothing && <p>{view.nothing}</p>}
      {kind === 'number' && kept.claim !== null && (
        <p>
          <span className="font-medium">{shown(locale, kept.claim)}</span>{' '}
          <span className="text-sm text-muted">
            {difference === 0 && view.asRecorded}
            {difference !== null && difference > 0 && view.more(shown(locale, difference))}
            {difference !== null && difference < 0 && view.less(shown(locale, -difference))}
          </span>
        </p>
      )}
      {kept.text && <p className="whitespace-pre-line">{kept.text}</p>}
      {kept.explanation && (
        <p className="text-sm">
          <span className="text-muted">{view.explanation} </span>
          {kept.explanation}
        </p>
      )}
      <FileLinks files={files} />
    </div>
  );
}
