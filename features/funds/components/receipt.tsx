import { Notice } from '@/components/shell/notice';
import { capitalYuan } from '@/domain/capital-yuan';
import { formatDate, formatMoney, type Locale } from '@/domain/format';
import { messages } from '@/messages/locale';
import type { Donation } from '../queries/find-donation';

/** A receipt as it is printed on A4: what was given, by whom, for what, with room for the seal. */
export function Receipt({ donation, locale }: { donation: Donation; locale: Locale }) {
  const { funds: { receipt: t, donations } } = messages(locale);
  const { receiptNo, donor, amount, givenOn, campaign, campaignEn, who, county, reversed } = donation;
  const rows: [string, string][] = [
    [t.no, receiptNo],
    [t.donor, donor ?? donations.anonymous],
    [t.amount, formatMoney(locale, amount)],
    [t.words, capitalYuan(amount)],
    [t.day, formatDate(locale, givenOn)],
    [t.purpose, t.purposeText],
    ...(campaign ? [[t.campaign, (locale === 'en' ? campaignEn : campaign) ?? campaign] as [string, string]] : []),
    [t.handler, who ?? ''],
  ];
  return (
    <article className="mx-auto max-w-2xl border border-line-strong bg-panel px-4 py-10 sm:px-8 print:border-0">
      {reversed && <Notice tone="error" title={t.void} />}
      <h2 className="text-center text-xl font-bold">{t.fund(county)}</h2>
      <p className="mb-6 text-center text-lg">{t.title}</p>
      <table className="w-full border-collapse">
        <tbody>
          {rows.map(([term, value]) => (
            <tr key={term} className="border-y border-line">
              <th scope="row" className="w-24 px-2 align-top whitespace-nowrap sm:w-40 py-2 text-start font-medium text-muted">{term}</th>
              <td className="px-2 py-2">{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="mt-6">{t.thanks}</p>
      <p className="mt-16 text-end">{t.seal}</p>
    </article>
  );
}
