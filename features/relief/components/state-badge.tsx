import { Badge, type BadgeTone } from '@/components/ui/badge';
import type { Locale } from '@/domain/format';
import type { ReliefState } from '@/domain/relief';
import { messages } from '@/messages/locale';

export const STATE_TONES: Record<ReliefState, BadgeTone> = {
  received: 'yellow', applied: 'blue', reviewed: 'blue', noticed: 'blue', approved: 'blue', batched: 'blue', paid: 'green', failed: 'red', returned: 'yellow', refused: 'neutral', withdrawn: 'neutral',
};

/** Where an application stands, in a word. */
export function StateBadge({ locale, state }: { locale: Locale; state: ReliefState }) {
  return <Badge tone={STATE_TONES[state]}>{messages(locale).relief.states[state]}</Badge>;
}
