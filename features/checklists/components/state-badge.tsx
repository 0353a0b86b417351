import { Badge, type BadgeTone } from '@/components/ui/badge';
import type { ChecklistState, Verdict } from '@/domain/checklist';
import type { Locale } from '@/domain/format';
import { messages } from '@/messages/locale';

const STATES: Record<ChecklistState, BadgeTone> = { open: 'neutral', draft: 'neutral', submitted: 'blue', returned: 'yellow', verified: 'green', challenged: 'red' };
const VERDICTS: Record<Verdict, BadgeTone> = { supported: 'green', partly: 'blue', unsupported: 'yellow', contradicted: 'red' };

export function StateBadge({ state, locale }: { state: ChecklistState; locale: Locale }) {
  return <Badge tone={STATES[state]}>{messages(locale).checklists.states[state]}</Badge>;
}

export function VerdictBadge({ verdict, locale }: { verdict: Verdict; locale: Locale }) {
  return <Badge tone={VERDICTS[verdict]}>{messages(locale).checklists.verdicts[verdict]}</Badge>;
}
