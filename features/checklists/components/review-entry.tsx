import type { ReactNode } from 'react';
import { INPUT } from '@/components/ui/classes';
import { TextLink } from '@/components/ui/link-button';
import { VERDICTS } from '@/domain/checklist';
import { isOutside } from '@/domain/checklist-limits';
import type { Locale } from '@/domain/format';
import { propose } from '@/domain/verdict';
import { messages } from '@/messages/locale';
import type { EntryHistory } from '../queries/entry-history';
import type { ChecklistView, EntryView } from '../queries/find-checklist';
import { Claim, label, rowsOf, shown } from './answers';
import { Sparkline } from './sparkline';
import { VerdictBadge } from './state-badge';
import { Thread } from './thread';
import { Problem, TypedInput, TypedRadio } from './typed-fields';

type Props = { checklist: ChecklistView; entry: EntryView; history: EntryHistory | undefined; clause: ReactNode; locale: Locale };

/** One claim beside the records, the last year and its limits, with the verdict that the records propose. A person decides. */
export function ReviewEntry({ checklist, entry, history, clause, locale }: Props) {
  const { review, verdicts, why, view } = messages(locale).checklists;
  const name = `entries.${entry.no}`;
  const { kept } = entry;
  const proposal = propose({
    kind: entry.kind, claim: kept?.claim ?? null, recorded: kept?.recorded ?? null, nothing: kept?.nothing ?? false,
    text: kept?.text ?? null, explanation: kept?.explanation ?? null, files: entry.files.length,
  });
  return (
    <fieldset className="border-b border-line py-3" data-entry={entry.no}>
      <legend className="float-start mb-1 w-full font-medium">{label(entry, locale)}</legend>
      <div className="clear-both grid gap-x-8 gap-y-2 lg:grid-cols-[minmax(0,1fr)_30rem]">
        <div className="flex flex-wrap content-start gap-x-8 gap-y-2">
          <Part title={view.claim}>
            <Claim entry={entry} locale={locale} />
          </Part>
          {entry.indicator && (
            <>
              <Part title={view.recordedThen}>
                <TextLink href={rowsOf(checklist, entry.indicator)}>{shown(locale, kept?.recorded)}</TextLink>
                {entry.current !== kept?.recorded && (
                  <span className="ms-2 text-sm text-muted">
                    {view.recordedNow} {shown(locale, entry.current)}
                  </span>
                )}
              </Part>
              {history && <Year history={history} locale={locale} />}
              {clause && <div className="w-full">{clause}</div>}
            </>
          )}
          <div className="w-full">
            <Thread checklist={checklist} entry={entry} locale={locale} />
          </div>
        </div>
        <div className="space-y-1.5">
          <p className="text-sm">
            <span className="text-muted">{review.proposed} </span>
            <VerdictBadge verdict={proposal.verdict} locale={locale} /> {why[proposal.why]}
          </p>
          <div className="flex flex-wrap gap-x-3" role="radiogroup" aria-label={`${review.verdict} ${entry.no}`}>
            {VERDICTS.map((verdict, at) => (
              <label key={verdict} className="flex min-h-9 items-center gap-1.5 lg:min-h-7">
                <TypedRadio name={`${name}.verdict`} value={verdict} defaultChecked={verdict === proposal.verdict} className="size-4 accent-accent" />
                {verdicts[verdict]}
                <kbd className="hidden text-sm text-muted lg:inline" aria-hidden="true">
                  {at + 1}
                </kbd>
              </label>
            ))}
          </div>
          <Problem field={`${name}.verdict`} />
          <TypedInput name={`${name}.note`} maxLength={500} defaultValue={kept?.note ?? ''} aria-label={`${review.note} ${entry.no}`} placeholder={review.note} className={INPUT} />
          <Problem field={`${name}.note`} />
        </div>
      </div>
    </fieldset>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="min-w-28">
      <p className="text-sm text-muted">{title}</p>
      {children}
    </div>
  );
}

function Year({ history: { values, limits }, locale }: { history: EntryHistory; locale: Locale }) {
  const { review } = messages(locale).checklists;
  const number = (value: number | null) => shown(locale, value);
  const outside = isOutside(values.at(-1) ?? null, limits);
  return (
    <>
      <Part title={review.lastMonth}>{number(values.at(-2) ?? null)}</Part>
      <Part title={review.trend}>
        <Sparkline values={values} limits={limits} text={review.trendText(values.map(number).join(' '))} />
        {limits && (
          <p className={`text-sm ${outside ? 'text-red' : 'text-muted'}`}>
            {outside && `▲ ${review.outside} `}
            {review.limits(number(limits.low), number(limits.high))}
          </p>
        )}
      </Part>
    </>
  );
}
