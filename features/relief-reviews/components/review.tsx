import { Notice } from '@/components/shell/notice';
import { Section } from '@/components/ui/section';
import { formatDeadline, type Locale } from '@/domain/format';
import { PRESENT, reviewOf } from '@/domain/relief';
import { WORKSHEET_KINDS } from '@/domain/relief-amount';
import type { Viewer } from '@/domain/viewer';
import { messages } from '@/messages/locale';
import { handsFree, mayReview, mayRevoke, serves } from '../policy';
import type { CaseView } from '../queries/find-case';
import { PassForm } from './pass-form';
import { ReasonForm } from './reason-form';

/** What the viewer can decide on a case: the review that waits for them, or taking an approval back; or why they must keep away. */
export function Reviewing({ viewer, its, locale }: { viewer: Viewer; its: CaseView; locale: Locale }) {
  const { common, relief, reliefReviews: { review: t, revoke, visits } } = messages(locale);
  const id = its.id;
  const review = reviewOf(its.state);
  if (mayRevoke(viewer, its)) {
    return (
      <details className="mt-4">
        <summary className="min-h-11 cursor-pointer py-2 lg:min-h-8">{revoke.title}</summary>
        <p className="mb-3 max-w-prose text-muted">{revoke.hint}</p>
        <ReasonForm id={id} version={its.version} verb="revoke" texts={{ reason: t.reason, reasonHint: t.reasonHint, submit: revoke.submit, working: revoke.working }} />
      </details>
    );
  }
  if (review === null || !serves(viewer, its)) return null;
  const title = t.title[review];
  if (!handsFree(viewer, its, review)) return <Section title={title}><Notice tone="warning" title={its.kin ? t.kin : t.acted} /></Section>;
  if (!mayReview(viewer, its)) return null;
  const notice = its.notices.findLast(({ takenDown }) => !takenDown);
  const before = its.worksheets.at(-1);
  return (
    <Section title={title} id="review">
      {review === 'district' && notice && its.now < notice.closesAt && <Notice title={t.noticeRuns(formatDeadline(locale, new Date(notice.closesAt)))} />}
      <PassForm
        key={its.version}
        id={id}
        version={its.version}
        sheet={WORKSHEET_KINDS.map((kind) => ({ kind, label: relief.kinds[kind], yuan: before ? String(before[kind] / 100) : '' }))}
        present={review === 'village' ? PRESENT.map((value) => ({ value, label: visits.present[value] })) : []}
        required={common.field.required}
        texts={{ visitedOn: t.visitedOn, found: t.found, foundHint: t.foundHint, photo: t.photo, photoHint: t.photoHint, explained: t.explained, sheet: t.sheet, explanation: t.explanation, explanationHint: t.explanationHint, pass: t.pass[review], passing: t.passing }}
      />
      <details className="mt-5">
        <summary className="min-h-11 cursor-pointer py-2 lg:min-h-8">{t.otherDecision}</summary>
        <div className="grid gap-6 md:grid-cols-2">
          <ReasonForm id={id} version={its.version} verb="send-back" texts={{ reason: t.reason, reasonHint: t.reasonHint, submit: t.send, working: t.sending }} />
          <ReasonForm id={id} version={its.version} verb="refuse" texts={{ reason: t.reason, reasonHint: t.reasonHint, submit: t.refuse, working: t.refusing }} />
        </div>
      </details>
    </Section>
  );
}
