import { Badge } from '@/components/ui/badge';
import { TextLink } from '@/components/ui/link-button';
import { Section } from '@/components/ui/section';
import { formatDateTime, formatDeadline, formatMoney, type Locale } from '@/domain/format';
import type { Viewer } from '@/domain/viewer';
import { messages } from '@/messages/locale';
import { mayAnswerObjection } from '../policy';
import type { CaseView } from '../queries/find-case';
import { AnswerForm } from './answer-form';
import { objectorTexts } from './case-texts';
import { Unmask } from './unmask';

/** What hangs on the village board, what was objected to it, and the answer's form for who may give one. */
export function NoticeSection({ viewer, its, locale }: { viewer: Viewer; its: CaseView; locale: Locale }) {
  const { common, reliefReviews: { notice: t, answer, facts } } = messages(locale);
  const answers = mayAnswerObjection(viewer, its);
  return (
    <Section title={t.title} id="notice">
      {its.notices.length === 0 && <p className="text-muted">{t.none}</p>}
      <ul>
        {its.notices.map(({ id, maskedName, amount, closesAt, takenDown }) => {
          const until = formatDeadline(locale, new Date(closesAt));
          const open = !takenDown && its.now < closesAt;
          return (
            <li key={id} className="flex flex-wrap gap-x-3">
              {t.line(maskedName, formatMoney(locale, amount))} <Badge tone={takenDown ? 'neutral' : open ? 'blue' : 'green'}>{takenDown ? t.down : open ? t.open(until) : t.over(until)}</Badge>
              {open && <TextLink href={`/public/notices/${id}`}>{t.print}</TextLink>}
            </li>
          );
        })}
      </ul>
      {its.notices.length > 0 && (
        <>
          <h3 className="mt-4 mb-1 font-medium">{t.objections}</h3>
          {its.objections.length === 0 && <p className="text-muted">{t.noObjection}</p>}
          <ul className="grid gap-4">
            {its.objections.map((objection) => (
              <li key={objection.id} className="border-s-2 border-line-strong ps-3">
                <p>{objection.text}</p>
                <p className="text-sm text-muted">{objection.objector ?? t.anonymous} {formatDateTime(locale, new Date(objection.at))} {answers && objection.phoneTail !== null && <>{facts.tail(objection.phoneTail)} <Unmask id={its.id} what="objector" row={objection.id} texts={objectorTexts(locale)} /></>}</p>
                {objection.answeredAt === null ? <Badge tone="red">{t.waiting}</Badge> : (
                  <p><Badge tone={objection.upheld ? 'red' : 'green'}>{objection.upheld ? t.upheld : t.dismissed}</Badge> {objection.answer} <span className="text-sm text-muted">{objection.who} {formatDateTime(locale, new Date(objection.answeredAt))}</span></p>
                )}
                {objection.answeredAt === null && answers && <AnswerForm id={its.id} objection={objection.id} texts={answer} choose={common.field.required} />}
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}
