import { Pages } from '@/components/shell/pagination';
import { TextLink } from '@/components/ui/link-button';
import { Section } from '@/components/ui/section';
import { Table } from '@/components/ui/table';
import { formatDate, formatMoney, formatNumber, type Locale } from '@/domain/format';
import { messages } from '@/messages/locale';
import { LEDGER_PAGE, type LedgerEntry } from '../queries/list-entries';
import { FundForm } from './fund-form';

const REVERSIBLE: readonly string[] = ['donation', 'top-up', 'interest'];
type Props = { locale: Locale; page: number; found: { rows: LedgerEntry[]; total: number }; keeps: boolean; asked: number | null };

/** The ledger page by page; who keeps it takes an entry of income back with its opposite. */
export function Ledger({ locale, page, found: { rows, total }, keeps, asked }: Props) {
  const { funds: { ledger: t, deeds }, common } = messages(locale);
  const number = (no: number) => formatNumber(locale, no);
  const address = (to: number) => `/funds?view=ledger&page=${to}`;
  const subjectOf = ({ donationId, receiptNo, caseId, caseNo, reverses }: LedgerEntry) => {
    if (donationId) return { href: `/funds/donations/${donationId}`, text: receiptNo ?? '' };
    if (caseId) return { href: `/relief/${caseId}`, text: caseNo ?? '' };
    return reverses === null ? '' : t.reverses(number(reverses));
  };
  const mayBack = (entry: LedgerEntry) => keeps && REVERSIBLE.includes(entry.deed) && entry.reversedBy === null;
  const chosen = rows.find((entry) => entry.id === asked && mayBack(entry));
  return (
    <Section title={t.title}>
      {chosen && (
        <Section title={t.takeBackTitle(number(chosen.id))} id="take">
          <p className="mb-3 max-w-prose text-muted">{t.takeBackHint}</p>
          <FundForm key={chosen.id} what="takeBack" danger hidden={{ id: String(chosen.id) }} fields={[{ name: 'reason', label: t.reason }]} texts={{ title: t.takeBackTitle(number(chosen.id)), submit: t.takeBack, working: common.actions.working, done: t.takenBack }} />
        </Section>
      )}
      <Table
        caption={t.title}
        captionHidden
        locale={locale}
        rows={rows}
        empty={t.empty}
        rowKey={({ id }) => String(id)}
        columns={[
          { key: 'no', label: t.no, tight: true, cell: ({ id }) => number(id) },
          { key: 'day', label: t.day, tight: true, cell: ({ bookedOn }) => formatDate(locale, bookedOn) },
          { key: 'deed', label: t.deed, tight: true, cell: ({ deed }) => deeds[deed] },
          { key: 'amount', label: t.amount, numeric: true, cell: ({ amount }) => formatMoney(locale, amount) },
          { key: 'subject', label: t.subject, cell: subjectOf },
          { key: 'who', label: t.who, tight: true, cell: ({ who }) => who ?? t.byCalendar },
          { key: 'note', label: t.note, cell: ({ note, reversedBy }) => reversedBy === null ? note ?? '' : t.reversedBy(number(reversedBy)) },
          ...(keeps ? [{ key: 'change', label: t.change, tight: true, cell: (entry: LedgerEntry) => mayBack(entry) && <TextLink href={`${address(page)}&take=${entry.id}#take`} label={t.takeBackTitle(number(entry.id))}>{t.takeBack}</TextLink> }] : []),
        ]}
      />
      {total > LEDGER_PAGE && <Pages locale={locale} page={page} size={LEDGER_PAGE} total={total} hrefOf={address} />}
    </Section>
  );
}
