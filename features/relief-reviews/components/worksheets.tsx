import { Badge } from '@/components/ui/badge';
import { Section } from '@/components/ui/section';
import { Table } from '@/components/ui/table';
import { ABSENT, formatDateTime, formatMoney, type Locale } from '@/domain/format';
import { netIncome } from '@/domain/income';
import { WORKSHEET_KINDS } from '@/domain/relief-amount';
import { messages } from '@/messages/locale';
import type { CaseView, CaseWorksheet } from '../queries/find-case';

/** The worksheets of a case side by side: what each step reckoned, and where it differs from the step before and why. */
export function Worksheets({ its, locale }: { its: CaseView; locale: Locale }) {
  const { common, relief, reliefReviews } = messages(locale);
  const { worksheets: t } = reliefReviews;
  const sheets = its.worksheets;
  if (sheets.length === 0) return <Section title={t.title}><p className="text-muted">{t.none}</p></Section>;
  const rows = [
    ...WORKSHEET_KINDS.map((kind) => ({ key: kind as string, label: relief.kinds[kind], of: (sheet: CaseWorksheet) => sheet[kind] })),
    { key: 'net', label: t.net, of: (sheet: CaseWorksheet) => netIncome({ year: its.year, ...sheet }) },
  ];
  return (
    <Section title={t.title} id="worksheets">
      <Table
        caption={t.title}
        captionHidden
        locale={locale}
        narrow="scroll"
        rows={rows}
        rowKey={({ key }) => key}
        columns={[
          { key: 'kind', label: t.kind, heading: true, tight: true, cell: ({ label }) => label },
          ...sheets.map((sheet, at) => ({
            key: sheet.part,
            label: relief.parts[sheet.part],
            numeric: true,
            cell: ({ of }: (typeof rows)[number]) => {
              const before = sheets[at - 1];
              const money = formatMoney(locale, of(sheet));
              return before && of(before) !== of(sheet) ? <>{money} <Badge tone="yellow">{t.difference}</Badge></> : money;
            },
          })),
        ]}
      />
      <ul className="mt-2 text-sm">
        {sheets.map((sheet) => (
          <li key={sheet.part}>
            {relief.parts[sheet.part]} {sheet.who ?? reliefReviews.self} <span className="text-muted">{formatDateTime(locale, new Date(sheet.at))}</span> {sheet.explanation ? `${t.explanation}${common.colon}${sheet.explanation}` : sheet.part === 'applicant' ? '' : ABSENT}
          </li>
        ))}
      </ul>
    </Section>
  );
}
