import { formatDeadline, type Locale } from '@/domain/format';
import { shownReceipt } from '@/domain/receipt';
import { RELIEF_CAUSES } from '@/domain/relief';
import { messages } from '@/messages/locale';
import type { Place } from '../queries/places';
import { Choice, EMPTY, type FormState, Refused, TextArea, TextField } from './fields';

/** First the township: a list of all villages would be longer than everything else. */
export function ChooseTownship({ locale, townships }: { locale: Locale; townships: readonly Place[] }) {
  const texts = messages(locale).publicSide.apply;
  return (
    <>
      <h1>{texts.title}</h1>
      <p>{texts.lead}</p>
      <form method="get">
        <Choice name="township" label={texts.township} none={texts.choose} state={EMPTY} options={townships.map(({ code, name }) => ({ value: code, label: name }))} />
        <button>{texts.next}</button>
      </form>
    </>
  );
}

interface FormProps {
  readonly locale: Locale;
  readonly township: { readonly code: string; readonly name: string; readonly villages: readonly Place[] };
  /** The form's own key: pressing twice is applying once. */
  readonly formKey: string;
  readonly state: FormState;
}

/** The application itself. */
export function ApplyForm({ locale, township, formKey, state }: FormProps) {
  const { publicSide, relief } = messages(locale);
  const texts = publicSide.apply;
  return (
    <>
      <h1>{texts.title}</h1>
      <p>{texts.chooseVillage(township.name)} <a href="/public/apply">{texts.change}</a></p>
      <form method="post" action={`/public/apply?township=${township.code}`}>
        <Refused state={state} />
        <input type="hidden" name="key" value={state.typed.key ?? formKey} />
        <Choice name="village" label={texts.village} none={texts.choose} state={state} options={township.villages.map(({ code, name }) => ({ value: code, label: name }))} />
        <TextField name="name" label={texts.name} most={64} autoComplete="name" state={state} />
        <TextField name="idNumber" label={texts.idNumber} hint={texts.idHint} most={40} state={state} />
        <TextField name="phone" label={texts.phone} mode="tel" most={32} autoComplete="tel" state={state} />
        <Choice name="cause" label={texts.cause} none={texts.choose} state={state} options={RELIEF_CAUSES.map((cause) => ({ value: cause, label: relief.causes[cause] }))} />
        <TextArea name="text" label={texts.text} hint={texts.textHint} most={500} state={state} />
        <p className="note">{texts.after}</p>
        <button>{texts.submit}</button>
      </form>
    </>
  );
}

/** What the applicant takes home. Nothing of what was typed stands here. */
export function Applied({ locale, no, receipt, dueAt }: { locale: Locale; no: string; receipt: string; dueAt: number | null }) {
  const { publicSide } = messages(locale);
  const texts = publicSide.apply.done;
  return (
    <>
      <h1>{texts.title}</h1>
      <p>{texts.keep}</p>
      <p className="receipt box">{shownReceipt(receipt)}</p>
      <p className="note">{texts.never}</p>
      <dl>
        <div><dt>{texts.no}</dt><dd>{no}</dd></div>
        <div><dt>{texts.due}</dt><dd>{publicSide.nextOf.received} {dueAt !== null && publicSide.follow.due(formatDeadline(locale, new Date(dueAt)))}</dd></div>
      </dl>
      <p className="screen"><a href="/public/follow">{texts.follow}</a></p>
    </>
  );
}
