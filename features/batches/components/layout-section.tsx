import { Section } from '@/components/ui/section';
import { type BankLayout, DELIMITER_NAMES } from '@/domain/bank-file';
import type { Locale } from '@/domain/format';
import { messages } from '@/messages/locale';
import { ColumnsForm } from './columns-form';

/** How the bank's file is laid out, to be changed by who keeps the fund. */
export function LayoutSection({ locale, layout }: { locale: Locale; layout: BankLayout }) {
  const { batches: t, common } = messages(locale);
  const was = JSON.stringify(layout);
  return (
    <Section title={t.layout}>
      <p className="mb-3 max-w-prose text-muted">{t.layoutHint}</p>
      <ColumnsForm
        was={was}
        delimiter={layout.delimiter}
        delimiters={DELIMITER_NAMES.map((value) => ({ value, label: t.delimiters[value] }))}
        columns={layout.columns.map(({ column, name }) => ({ column, name, placeLabel: t.place(t.columnNames[column]), nameLabel: t.columnName(t.columnNames[column]) }))}
        texts={{ title: t.layout, delimiter: t.delimiter, submit: t.keep, working: common.actions.working, done: t.kept }}
      />
    </Section>
  );
}
