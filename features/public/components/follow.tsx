import { formatDateTime, formatDeadline, type Locale } from '@/domain/format';
import { isWithdrawable } from '@/domain/relief';
import { messages } from '@/messages/locale';
import type { Followed } from '../queries/follow-case';
import { type FormState, Refused, TextField } from './fields';

/** Asks for the receipt code. */
export function FollowForm({ locale, state }: { locale: Locale; state: FormState }) {
  const texts = messages(locale).publicSide.follow;
  return (
    <>
      <h1>{texts.title}</h1>
      <p>{texts.lead}</p>
      <form method="post" action="/public/follow">
        <Refused state={state} />
        <TextField name="code" label={texts.code} hint={texts.codeHint} most={60} state={state} />
        <button>{texts.submit}</button>
      </form>
    </>
  );
}

interface FollowedProps {
  readonly locale: Locale;
  readonly followed: Followed;
  readonly code: string;
  readonly withdrawn: boolean;
  readonly state: FormState;
}

/** How an application stands, what comes next and by when, and what has happened. */
export function FollowedCase({ locale, followed, code, withdrawn, state }: FollowedProps) {
  const { publicSide, relief } = messages(locale);
  const texts = publicSide.follow;
  const { dueAt, noticeUntil } = followed;
  return (
    <>
      <h1>{texts.title}</h1>
      {withdrawn && <p className="done box" role="status">{texts.withdraw.done}</p>}
      <Refused state={state} />
      <dl>
        <div><dt>{texts.state}</dt><dd><strong>{relief.states[followed.state]}</strong></dd></div>
        <div><dt>{texts.next}</dt><dd>
          {publicSide.nextOf[followed.state]} {dueAt !== null && texts.due(formatDeadline(locale, new Date(dueAt)))}
          {noticeUntil !== null && <><br />{texts.notice(formatDeadline(locale, new Date(noticeUntil)))}</>}
          {followed.objected && <><br />{texts.objected}</>}
        </dd></div>
        <div><dt>{texts.no}</dt><dd>{followed.no}</dd></div>
        <div><dt>{texts.name}</dt><dd>{followed.maskedName}</dd></div>
        <div><dt>{texts.village}</dt><dd>{followed.village}</dd></div>
        <div><dt>{texts.cause}</dt><dd>{relief.causes[followed.cause]}</dd></div>
      </dl>
      <h2>{texts.steps}</h2>
      <ol className="steps">
        {followed.steps.map(({ deed, at, why }, no) => (
          <li key={no}><time dateTime={new Date(at).toISOString()}>{formatDateTime(locale, at)}</time> {relief.deeds[deed]}{why && <span className="note"> {texts.why(why)}</span>}</li>
        ))}
      </ol>
      {isWithdrawable(followed.state) && (
        <details open={state.message !== null || undefined}>
          <summary>{texts.withdraw.title}</summary>
          <p>{texts.withdraw.lead}</p>
          <form method="post" action="/public/follow">
            <input type="hidden" name="code" value={code} />
            <input type="hidden" name="version" value={followed.version} />
            <TextField name="reason" label={texts.withdraw.reason} most={200} state={state} />
            <button name="verb" value="withdraw">{texts.withdraw.submit}</button>
          </form>
        </details>
      )}
    </>
  );
}
