import { Section } from '@/components/ui/section';
import { Timeline } from '@/components/ui/timeline';
import { formatNumber, type Locale } from '@/domain/format';
import { messages } from '@/messages/locale';
import type { ChecklistView } from '../queries/find-checklist';

/** What happened to it and what was said of it: when, who, what, why. */
export function History({ checklist: { steps, entries }, locale }: { checklist: Pick<ChecklistView, 'steps' | 'entries'>; locale: Locale }) {
  const { checklists } = messages(locale);
  const events = [
    ...steps.map(({ id, at, who, verb, note }) => ({ key: `step ${id}`, at: new Date(at), who, what: checklists.steps[verb], note })),
    ...entries.flatMap(({ comments }) => comments).map(({ id, entry, at, who, text }) => ({
      key: `comment ${id}`, at: new Date(at), who, what: checklists.thread.commented(formatNumber(locale, entry)), note: text,
    })),
  ];
  if (events.length === 0) return null;
  return (
    <Section title={checklists.view.history}>
      <Timeline locale={locale} events={events.toSorted((a, b) => b.at.getTime() - a.at.getTime())} />
    </Section>
  );
}
