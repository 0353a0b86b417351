import { buttonClass } from '@/components/ui/classes';
import { Select } from '@/components/ui/select';
import { TextInput } from '@/components/ui/text-input';
import { LAST_DAY } from '@/domain/filing-calendar';
import { formatMonth, type Locale } from '@/domain/format';
import type { Month } from '@/domain/month';
import { messages } from '@/messages/locale';

export type Typed = Readonly<Record<'from' | 'dueDay' | 'lockDay' | 'span', string>>;
type Props = { typed: Typed; problems: Readonly<Record<string, string>>; months: readonly Month[]; locale: Locale };

/** What is to change. It leads to the preview: nothing is saved yet. */
export function CalendarForm({ typed, problems, months, locale }: Props) {
  const { calendar } = messages(locale);
  return (
    <form action="/admin/calendar" className="flex flex-wrap items-start gap-4">
      <Select name="from" label={calendar.from} defaultValue={typed.from} error={problems.from} options={months.map((month) => ({ value: month, label: formatMonth(locale, month) }))} />
      <TextInput name="dueDay" inputMode="numeric" label={calendar.dueDay} hint={calendar.dayHint(LAST_DAY)} defaultValue={typed.dueDay} error={problems.dueDay} required />
      <TextInput name="lockDay" inputMode="numeric" label={calendar.lockDay} hint={calendar.dayHint(LAST_DAY)} defaultValue={typed.lockDay} error={problems.lockDay} required />
      <Select name="span" label={calendar.span} defaultValue={typed.span} options={[{ value: 'from', label: calendar.spans.from }, { value: 'only', label: calendar.spans.only }]} />
      <button type="submit" className={`${buttonClass('secondary')} mt-6`}>
        {calendar.preview}
      </button>
    </form>
  );
}
