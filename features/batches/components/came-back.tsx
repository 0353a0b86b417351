import { Notice } from '@/components/shell/notice';
import { Section } from '@/components/ui/section';
import { formatDate, formatNumber, listMark, type Locale } from '@/domain/format';
import { messages } from '@/messages/locale';
import type { BatchPage, LineRow } from '../queries/find-batch';
import { BatchForm } from './batch-form';
import { ReturnForm } from './return-form';

/** A payment that the bank sent back after it had reached its card: entered by one officer, confirmed by another. */
export function CameBack({ batch: { id, own, closers }, line, locale }: { batch: BatchPage; line: LineRow; locale: Locale }) {
  const { batches: t, common } = messages(locale);
  const { no, holder, returnEnteredBy: who } = line;
  const names = closers.join(listMark(locale));
  const [entering, confirming] = [t.returnTitle, t.returnConfirmTitle].map((title) => title(formatNumber(locale, no), holder)) as [string, string];
  return (
    <Section title={who !== null && !own ? confirming : entering} id="return">
      <p className="mb-3 max-w-prose text-muted">{t.returnHint}</p>
      {who !== null && <p className="mb-3 max-w-prose">{t.returnFacts(who, formatDate(locale, line.returnedOn), line.returnRef ?? '', line.returnReason ?? '')}</p>}
      {who !== null && own && (
        <div className="mb-4 space-y-4">
          <Notice title={t.returnPending}>{closers.length > 0 ? t.returnWho(names) : t.noCloser}</Notice>
          <BatchForm what="dropReturn" hidden={{ id, no }} reason={t.returnDropReason} tone="secondary" texts={{ title: t.returnDrop, submit: t.returnDrop, working: common.actions.working, done: t.returnDropped }} />
        </div>
      )}
      {who !== null && !own && <BatchForm what="confirmReturn" hidden={{ id, no, ref: line.returnRef ?? '' }} texts={{ title: confirming, submit: t.returnConfirm, working: common.actions.working, done: t.returnConfirmed }} />}
      {who === null && <ReturnForm key={no} batch={id} no={no} texts={{ title: entering, ref: t.returnRef, day: t.returnDay, reason: t.returnReason, submit: t.returnEnter, working: common.actions.working, done: t.returnEntered }} />}
    </Section>
  );
}
