import { Bar } from '@/components/ui/bar';
import { Light } from '@/components/ui/light';
import type { Locale } from '@/domain/format';
import { PACE, type Pace } from '@/domain/letter-pace';
import { ABSENT } from '@/domain/format';
import { messages } from '@/messages/locale';

/** How much of the way is gone, with the mark of where it should be by now. */
export function PaceBar({ locale, pace, label }: { locale: Locale; pace: Pace; label: string }) {
  return pace.done === null ? <span className="text-muted">{ABSENT}</span> : <Bar percent={pace.done} expected={pace.expected} colour={pace.colour} label={label} locale={locale} />;
}

export function PaceLight({ locale, pace }: { locale: Locale; pace: Pick<Pace, 'colour'> }) {
  return <Light colour={pace.colour} locale={locale} />;
}

/** The rule of the three colours, where they are shown. */
export function PaceRule({ locale }: { locale: Locale }) {
  return <p className="mt-3 max-w-prose text-sm text-muted">{messages(locale).letters.rule(PACE.behind, PACE.far)}</p>;
}
