import type { Locale } from '@/domain/format';
import { messages } from '@/messages/locale';
import type { Campaign } from '@/features/funds/queries/list-campaigns';
import type { Office } from '../queries/office';
import { Campaigns } from './fund-lists';

/** How to give to the fund: its account, or whom to ask for it, and the collections of these days. */
export function Donate({ locale, office, campaigns }: { locale: Locale; office: Office; campaigns: readonly Campaign[] }) {
  const { publicSide } = messages(locale);
  const texts = publicSide.donate;
  const open = campaigns.filter(({ phase }) => phase !== 'over');
  return (
    <>
      <h1>{texts.title}</h1>
      <p>{texts.lead}</p>
      <h2>{texts.account}</h2>
      {office.account ? <p className="box account">{office.account}</p> : <p className="box">{texts.unset}<strong>{office.contact ?? publicSide.contactUnset}</strong></p>}
      <p className="note">{texts.warning}</p>
      <h2>{texts.how}</h2>
      <ol>{texts.steps.map((step) => <li key={step}>{step}</li>)}</ol>
      <h2>{texts.campaigns}</h2>
      {open.length === 0 ? <p className="empty">{texts.none}</p> : <Campaigns locale={locale} campaigns={open} />}
    </>
  );
}
