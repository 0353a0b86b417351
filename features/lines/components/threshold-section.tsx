import { Section } from '@/components/ui/section';
import { THRESHOLD_NAMES } from '@/domain/exit-threshold';
import type { Locale } from '@/domain/format';
import { messages } from '@/messages/locale';
import type { Thresholds } from '../queries/list-thresholds';
import { ThresholdForm } from './threshold-form';
import { ThresholdTable } from './threshold-table';

/** What leaving the list is measured by, with the form to set it; `asked`: the row of the address that is to be changed. */
export function ThresholdSection({ locale, thresholds: { rows, open }, asked }: { locale: Locale; thresholds: Thresholds; asked: { name?: unknown; from?: unknown } }) {
  const { lines: { thresholds: t }, common } = messages(locale);
  const found = rows.find(({ name, from }) => name === asked.name && from === asked.from && from >= open);
  const chosen = found ?? { name: THRESHOLD_NAMES[0], from: open, value: null, source: '' };
  const submit = found ? t.change : t.add;
  return (
    <Section title={t.title}>
      <p className="mb-3 max-w-prose text-muted">{t.note}</p>
      <div className="grid gap-x-10 gap-y-8 xl:grid-cols-[3fr_2fr]">
        <div className="min-w-0">
          <ThresholdTable locale={locale} thresholds={rows} open={open} />
        </div>
        <Section title={submit} id="threshold">
          <ThresholdForm
            key={`${chosen.name} ${chosen.from} ${chosen.value}`}
            chosen={{ name: chosen.name, from: chosen.from, value: chosen.value, source: chosen.source }}
            names={THRESHOLD_NAMES.map((value) => ({ value, label: t.names[value] }))}
            texts={{ ...t.fields, submit, working: common.actions.working, done: t.done }}
          />
        </Section>
      </div>
    </Section>
  );
}
