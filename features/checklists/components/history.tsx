import { Section } from '@/components/ui/section';
import { Timeline } from '@/components/ui/timeline';
import type { Locale } from '@/domain/format';
import { messages } from '@/messages/locale';
import type { StepView } from '../queries/find-checklist';

/** What happened to it: when, who, what, why. */
export function History({ steps, locale }: { steps: readonly StepView[]; locale: Locale }) {
  const { checklists } = messages(locale);
  if (steps.length === 0) return null;
  return (
    <Section title={checklists.view.history}>
      <Timeline
        locale={locale}
        events={steps.map(({ id, at, who, verb, note }) => ({ key: String(id), at: new Date(at), who, what: checklists.steps[verb], note }))}
      />
    </Section>
  );
}
