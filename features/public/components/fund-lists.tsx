import type { ReactNode } from 'react';
import { formatDate, formatMoney, formatMonth, formatNumber, type Locale } from '@/domain/format';
import { messages } from '@/messages/locale';
import type { Campaign } from '@/features/funds/queries/list-campaigns';
import type { Paged, PaidCase, PublicGift } from '../queries/fund-lists';

interface From { readonly gifts: number | null; readonly paid: number | null }

function pageLink(from: From, list: keyof From, next: number | null): string {
  const search = new URLSearchParams();
  for (const [name, start] of Object.entries({ ...from, [list]: next })) if (start !== null) search.set(name, String(start));
  return `/public/fund${search.size > 0 ? `?${search}` : ''}#${list}`;
}

function Pages({ locale, from, list, next }: { locale: Locale; from: From; list: keyof From; next: number | null }) {
  const { older, first } = messages(locale).publicSide;
  return (
    <p className="pages screen">
      {from[list] !== null && <a href={pageLink(from, list, null)}>{first}</a>}
      {next !== null && <a href={pageLink(from, list, next)}>{older}</a>}
    </p>
  );
}

function Head({ labels }: { labels: readonly (readonly [label: string, number?: true])[] }) {
  return <thead><tr>{labels.map(([label, number]) => <th key={label} className={number && 'number'}>{label}</th>)}</tr></thead>;
}

function Listed({ id, title, count, empty, children }: { id: string; title: string; count: string | null; empty: string; children: ReactNode }) {
  return (
    <section id={id}>
      <h2>{title} {count && <span className="note">{count}</span>}</h2>
      {count === null ? <p className="empty">{empty}</p> : children}
    </section>
  );
}

/** Whom the fund helped: the masked lines, a page at a time. */
export function PaidList({ locale, list, from }: { locale: Locale; list: Paged<PaidCase>; from: From }) {
  const texts = messages(locale).publicSide.fund.paid;
  return (
    <Listed id="paid" title={texts.title} count={list.count > 0 ? texts.count(formatNumber(locale, list.count)) : null} empty={texts.empty}>
      <table className="stack">
        <Head labels={[[texts.name], [texts.village], [texts.people, true], [texts.amount, true], [texts.month]]} />
        <tbody>
          {list.rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">{row.maskedName}</th>
              <td data-label={texts.village}>{row.township} {row.village}</td>
              <td data-label={texts.people} className="number">{formatNumber(locale, row.people)}</td>
              <td data-label={texts.amount} className="number">{formatMoney(locale, row.amount)}</td>
              <td data-label={texts.month}>{formatMonth(locale, row.month)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Pages locale={locale} from={from} list="paid" next={list.next} />
    </Listed>
  );
}

/** Who gave, a page at a time; whoever did not want to be named is not. */
export function GiftList({ locale, list, from }: { locale: Locale; list: Paged<PublicGift>; from: From }) {
  const { gifts: texts, donors } = messages(locale).publicSide.fund;
  return (
    <Listed id="gifts" title={texts.title} count={list.count > 0 ? texts.count(formatNumber(locale, list.count)) : null} empty={texts.empty}>
      <table className="stack">
        <Head labels={[[texts.donor], [texts.kind], [texts.day], [texts.amount, true], [texts.campaign]]} />
        <tbody>
          {list.rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">{row.donor ?? texts.anonymous}</th>
              <td data-label={texts.kind}>{donors[row.kind]}</td>
              <td data-label={texts.day} className="day">{formatDate(locale, row.givenOn)}</td>
              <td data-label={texts.amount} className="number">{formatMoney(locale, row.amount)}</td>
              <td data-label={texts.campaign}>{(locale === 'en' ? row.campaignEn : row.campaign) ?? '—'}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Pages locale={locale} from={from} list="gifts" next={list.next} />
    </Listed>
  );
}

/** Collections with their days and what they brought. */
export function Campaigns({ locale, campaigns }: { locale: Locale; campaigns: readonly Campaign[] }) {
  const texts = messages(locale).publicSide.fund.campaigns;
  return (
    <dl className="wide">
      {campaigns.map(({ code, name, nameEn, fromDay, toDay, gifts, amount, phase }) => (
        <div key={code}>
          <dt>{locale === 'en' ? nameEn : name} <span className={phase === 'running' ? 'mark' : 'note'}>{texts.phases[phase]}</span></dt>
          <dd>{texts.days(formatDate(locale, fromDay), formatDate(locale, toDay))} · {texts.gifts(formatNumber(locale, gifts), formatMoney(locale, amount))}</dd>
        </div>
      ))}
    </dl>
  );
}
