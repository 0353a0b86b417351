import { Badge, type BadgeTone } from '@/components/ui/badge';
import type { Locale } from '@/domain/format';
import type { LetterState } from '@/domain/letter';
import { messages } from '@/messages/locale';

const TONES: Record<LetterState, BadgeTone> = { draft: 'neutral', offered: 'blue', signed: 'green', superseded: 'neutral', withdrawn: 'neutral' };

export function StateBadge({ state, locale }: { state: LetterState; locale: Locale }) {
  return <Badge tone={TONES[state]}>{messages(locale).letters.states[state]}</Badge>;
}
