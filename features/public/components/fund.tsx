import { formatDate, formatDateTime, formatMoney, formatMonth, formatNumber, type Locale } from '@/domain/format';
import { messages } from '@/messages/locale';
import type { Campaign } from '@/features/funds/queries/list-campaigns';
import type { Paged, PaidCase, PublicGift } from '../queries/fund-lists';
import type { FundBooks } from '../queries/read-fund';
import { Campaigns, GiftList, PaidList } from './fund-lists';
import { AvailableChart, FlowChart } from './fund-charts';

interface FundProps {
  readonly locale: Locale;
  readonly books: FundBooks;
  readonly gifts: Paged<PublicGift>;
  readonly paid: Paged<PaidCase>;
  readonly campaigns: readonly Campaign[];
  /** Where the shown pages of the two lists begin; null: at their beginning. */
  readonly from: { readonly gifts: number | null; readonly paid: number | null };
}

/** The fund's books: how it stands, twelve months, whom it helped, who gave, how its records check. */
export function Fund({ locale, books, gifts, paid, campaigns, from }: FundProps) {
  const texts = messages(locale).publicSide.fund;
  const { standing, floor, total } = books;
  const money = (fen: number) => formatMoney(locale, fen);
  return (
    <>
      <h1>{texts.title}</h1>
      <p className="note">{texts.asOf(formatDate(locale, books.today))}</p>
      <dl className="figures">
        <div><dt>{texts.balance}</dt><dd className="big">{money(standing.balance)}</dd></div>
        <div><dt>{texts.reserved}</dt><dd>{money(standing.reserved)}</dd></div>
        <div><dt>{texts.available}</dt><dd>{money(standing.available)}</dd></div>
        <div><dt>{texts.totalIncome}</dt><dd>{money(total.income)}</dd></div>
        <div><dt>{texts.totalSpending}</dt><dd>{money(total.spending)}</dd></div>
      </dl>
      {floor !== null && <p className={standing.available < floor ? 'error' : 'note'}>{standing.available < floor ? texts.below(money(floor)) : texts.floor(money(floor))}</p>}
      <h2>{texts.months}</h2>
      <FlowChart locale={locale} months={books.months} />
      <AvailableChart locale={locale} months={books.months} floor={floor} />
      <MonthTable locale={locale} books={books} />
      <PaidList locale={locale} list={paid} from={from} />
      <Causes locale={locale} causes={books.causes} />
      <GiftList locale={locale} list={gifts} from={from} />
      <h2>{texts.campaigns.title}</h2>
      {campaigns.length === 0 ? <p className="empty">{texts.campaigns.empty}</p> : <Campaigns locale={locale} campaigns={campaigns} />}
      <Checks locale={locale} check={books.check} />
    </>
  );
}

function MonthTable({ locale, books }: { locale: Locale; books: FundBooks }) {
  const texts = messages(locale).publicSide.fund;
  return (
    <details>
      <summary>{texts.table}</summary>
      <table>
        <thead><tr><th>{texts.month}</th><th className="number">{texts.income}</th><th className="number">{texts.spending}</th><th className="number">{texts.monthEnd}</th></tr></thead>
        <tbody>
          {[...books.months].reverse().map(({ month, income, spending, available }) => (
            <tr key={month}>
              <th scope="row">{formatMonth(locale, month, 'short')}</th>
              {[income, spending, available].map((fen, at) => <td key={at} className="number">{formatMoney(locale, fen)}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

function Causes({ locale, causes }: { locale: Locale; causes: FundBooks['causes'] }) {
  const { publicSide, relief } = messages(locale);
  const texts = publicSide.fund.causes;
  const count = (households: number) => texts.count(formatNumber(locale, households));
  return (
    <>
      <h2>{texts.title}</h2>
      <p className="note">{texts.lead}</p>
      {causes.length === 0 && <p className="empty">{texts.empty}</p>}
      {causes.map(({ year, counts }) => (
        <dl key={year}>
          <div><dt>{texts.year(year)}</dt><dd>{counts.tooFew ? texts.tooFew : [
            ...counts.shown.map(({ kind, count: households }) => `${relief.causes[kind]} ${count(households)}`),
            ...(counts.other === null ? [] : [`${texts.other} ${count(counts.other)}`]),
          ].join(' · ')}</dd></div>
        </dl>
      ))}
    </>
  );
}

function Checks({ locale, check: { entries, unbalanced, sealed } }: { locale: Locale; check: FundBooks['check'] }) {
  const texts = messages(locale).publicSide.fund.check;
  return (
    <>
      <h2>{texts.title}</h2>
      <p>{texts.entries(formatNumber(locale, entries))} {unbalanced === 0 ? texts.balanced : texts.unbalanced(formatNumber(locale, unbalanced))}</p>
      {sealed ? (
        <>
          <p>{texts.sealed(formatNumber(locale, sealed.no), formatDateTime(locale, sealed.until))}</p>
          <p className="note">{texts.hash} <code>{sealed.hash}</code></p>
        </>
      ) : <p>{texts.unsealed}</p>}
    </>
  );
}
