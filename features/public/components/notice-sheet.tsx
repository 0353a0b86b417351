import { formatDate, formatDeadline, formatMoney, formatNumber, type Locale } from '@/domain/format';
import { messages } from '@/messages/locale';
import type { OpenNotice } from '../queries/list-notices';
import type { Office } from '../queries/office';
import { type FormState, Refused, TextArea, TextField } from './fields';

const DAY_S = 86_400;

interface SheetProps {
  readonly locale: Locale;
  readonly notice: OpenNotice;
  readonly office: Office;
  readonly state: FormState;
  readonly done: boolean;
}

/** A notice as it is printed for the village board, and below it the objection box, which is not printed. */
export function NoticeSheet({ locale, notice, office, state, done }: SheetProps) {
  const { publicSide } = messages(locale);
  const texts = publicSide.notice;
  const [from, until] = [formatDate(locale, new Date(notice.opensAt)), formatDeadline(locale, new Date(notice.closesAt))];
  const amount = formatMoney(locale, notice.amount);
  const people = publicSide.people(formatNumber(locale, notice.people));
  return (
    <>
      {done && <p className="done box screen" role="status"><strong>{texts.objection.done}</strong> {texts.objection.doneText}</p>}
      <article className="sheet">
        <h1>{texts.title}</h1>
        <p className="note">{texts.number(notice.id)}</p>
        <p className="words">{texts.text(`${notice.township}${notice.village}`, notice.maskedName, people, amount)}</p>
        <dl>
          <div><dt>{texts.village}</dt><dd>{notice.township} {notice.village}</dd></div>
          <div><dt>{texts.name}</dt><dd>{notice.maskedName}</dd></div>
          <div><dt>{texts.people}</dt><dd>{people}</dd></div>
          <div><dt>{texts.amount}</dt><dd><strong>{amount}</strong></dd></div>
        </dl>
        <p>{texts.days(from, until)} <span className="mark screen">{publicSide.daysLeft(Math.floor(notice.seconds / DAY_S))}</span></p>
        <p>{texts.report}<strong>{office.contact ?? publicSide.contactUnset}</strong></p>
        <p className="seal print">{texts.sealed(notice.township)} {texts.seal}<br />{from}</p>
      </article>
      <p className="note screen">{texts.print}</p>
      <section className="screen" id="object">
        <h2>{texts.objection.title}</h2>
        <p>{texts.objection.lead}</p>
        <form method="post" action={`/public/notices/${notice.id}#object`}>
          <Refused state={state} />
          <TextArea name="text" label={texts.objection.text} hint={texts.objection.textHint} most={500} state={state} />
          <p className="note">{texts.objection.contactHint}</p>
          <TextField name="name" label={texts.objection.name} note={texts.objection.optional} required={false} most={64} autoComplete="name" state={state} />
          <TextField name="phone" label={texts.objection.phone} note={texts.objection.optional} required={false} mode="tel" most={32} autoComplete="tel" state={state} />
          <button>{texts.objection.submit}</button>
        </form>
      </section>
      <p className="screen"><a href="/public/notices">{texts.back}</a></p>
    </>
  );
}
