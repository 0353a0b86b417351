import { Notice } from '@/components/shell/notice';
import { Definitions } from '@/components/ui/definitions';
import { TextLink } from '@/components/ui/link-button';
import { closesAt, filingTime, monthEnd } from '@/domain/deadline';
import { isWritable } from '@/domain/checklist';
import { formatDateTime, formatDeadline, formatMonth, listMark, type Locale } from '@/domain/format';
import { messages } from '@/messages/locale';
import type { ChecklistView } from '../queries/find-checklist';
import { StateBadge } from './state-badge';

/** Whose checklist, for what, how it stands, and until when. */
export function ChecklistHead({ checklist, locale }: { checklist: ChecklistView; locale: Locale }) {
  const { checklists } = messages(locale);
  const { view, deadline } = checklists;
  const at = (instant: number | null) => formatDateTime(locale, instant);
  const until = (instant: Date) => formatDeadline(locale, instant);
  const { month, now, days, dueAt, lockAt, state, filedAt } = checklist;
  const time = filingTime(month, days, now);
  const late = filedAt !== null && filedAt >= dueAt.getTime();
  const reopened = days.extendedTo && now >= lockAt ? days.extendedTo : null;
  const again = filedAt === null ? null : deadline.again(until(closesAt(month, days)));
  const lateText = again ?? (reopened ? deadline.opened(until(reopened)) : deadline.late(until(dueAt), until(lockAt)));
  const told = { 'in-time': again ?? deadline.due(until(dueAt)), late: lateText, locked: deadline.locked(formatMonth(locale, month), until(dueAt), until(lockAt)) }[time];
  const running = now < monthEnd(month);
  return (
    <>
      <Definitions
        columns={3}
        items={[
          { term: view.filer, value: checklist.filer },
          { term: view.post, value: <TextLink href={`/posts/${checklist.postId}`}>{checklist.post}</TextLink> },
          { term: view.place, value: <TextLink href={`/divisions/${checklist.division}?month=${month}`}>{checklist.place}</TextLink> },
          { term: view.state, value: <StateBadge state={state} locale={locale} /> },
          { term: view.filedAt, value: filedAt === null ? at(null) : `${at(filedAt)} ${late ? deadline.lateMark : deadline.inTime}` },
          ...(isWritable(state) && time !== 'locked' && !reopened ? [{ term: view.deadline, value: told }] : []),
        ]}
      />
      <div className="h-5" />
      {isWritable(state) && time === 'locked' && (
        <Notice tone="warning" title={told}>
          {reopened && <p>{deadline.relocked(until(reopened))}</p>}
          <p>{deadline.ask(checklist.office.join(listMark(locale)))}</p>
        </Notice>
      )}
      {isWritable(state) && time === 'late' && reopened && (
        <Notice title={told}>{again === null && checklist.exceptions[0]?.reason}</Notice>
      )}
      {isWritable(state) && running && <Notice title={deadline.running} />}
      <Returned checklist={checklist} locale={locale} />
    </>
  );
}

/** Why it came back, before everything else. */
function Returned({ checklist, locale }: { checklist: ChecklistView; locale: Locale }) {
  const step = checklist.state === 'returned' ? checklist.steps.find(({ verb }) => verb === 'return' || verb === 'challenge') : undefined;
  if (!step) return null;
  return (
    <Notice tone="warning" title={messages(locale).checklists.form.returned(step.who, formatDateTime(locale, new Date(step.at)))}>
      {step.note}
    </Notice>
  );
}
