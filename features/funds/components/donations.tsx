import { Pages } from '@/components/shell/pagination';
import { Badge } from '@/components/ui/badge';
import { Section } from '@/components/ui/section';
import { Table } from '@/components/ui/table';
import { formatDate, formatMoney, formatNumber, type Locale } from '@/domain/format';
import { messages } from '@/messages/locale';
import type { Campaign } from '../queries/list-campaigns';
import { type DonationRow, DONATIONS_PAGE } from '../queries/list-donations';

type Props = { locale: Locale; page: number; found: { rows: DonationRow[]; total: number }; campaigns: Campaign[] };

/** Who gave what and when, each with its receipt, and what the collections brought. */
export function Donations({ locale, page, found: { rows, total }, campaigns }: Props) {
  const { donations: t, kinds } = messages(locale).funds;
  const address = (to: number) => `/funds?view=donations&page=${to}`;
  const named = (of: { name: string; nameEn: string }) => (locale === 'en' ? of.nameEn : of.name);
  return (
    <>
      <Section title={t.title}>
        <Table
          caption={t.title}
          captionHidden
          locale={locale}
          rows={rows}
          empty={t.empty}
          rowKey={({ id }) => String(id)}
          columns={[
            { key: 'receipt', label: t.receipt, tight: true, cell: ({ id, receiptNo }) => ({ href: `/funds/donations/${id}`, text: receiptNo }) },
            { key: 'donor', label: t.donor, cell: ({ donor, reversed }) => <>{donor ?? t.anonymous} {reversed && <Badge tone="red">{t.reversed}</Badge>}</> },
            { key: 'kind', label: t.kind, tight: true, cell: ({ kind }) => kinds[kind] },
            { key: 'amount', label: t.amount, numeric: true, cell: ({ amount }) => formatMoney(locale, amount) },
            { key: 'day', label: t.day, tight: true, cell: ({ givenOn }) => formatDate(locale, givenOn) },
            { key: 'campaign', label: t.campaign, cell: ({ campaign, campaignEn }) => (locale === 'en' ? campaignEn : campaign) ?? '' },
          ]}
        />
        {total > DONATIONS_PAGE && <Pages locale={locale} page={page} size={DONATIONS_PAGE} total={total} hrefOf={address} />}
      </Section>
      <Section title={t.campaigns}>
        <Table
          caption={t.campaigns}
          captionHidden
          locale={locale}
          rows={campaigns}
          empty={t.noCampaigns}
          rowKey={({ code }) => code}
          columns={[
            { key: 'name', label: t.name, cell: named },
            { key: 'days', label: t.days, tight: true, cell: ({ fromDay, toDay }) => t.to(formatDate(locale, fromDay), formatDate(locale, toDay)) },
            { key: 'gifts', label: t.gifts, numeric: true, cell: ({ gifts }) => formatNumber(locale, gifts) },
            { key: 'raised', label: t.raised, numeric: true, cell: ({ amount }) => formatMoney(locale, amount) },
          ]}
        />
      </Section>
    </>
  );
}
