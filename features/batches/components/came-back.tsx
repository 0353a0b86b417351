import { Notice } from '@/components/shell/notice';
import { Section } from '@/components/ui/section';
import { formatDate, formatNumber, type Locale } from '@/domain/format';
import { messages } from '@/messages/locale';
import type { BatchPage, LineRow } from '../queries/find-batch';
import { BatchForm } from './batch-form';
import { ReturnForm } from './return-form';

/** A payment that the bank sent back after it had reached its card: entered by one officer, confirmed by another. */
export function CameBack({ batch: { id, own, closers }, line, locale }: { batch: BatchPage; line: LineRow; locale: Locale }) {
  const { batches: t, common } = messages(locale);
  const { no, holder, returnEnteredBy: who } = line;
  const names = closers.join(locale === 'zh-CN' ? '、' : ', ');
  const [entering, confirming] = [t.returnTitle, t.returnConfirmTitle].map((title) => title(formatNumber(locale, no), holder)) as [string, string];
  return (
    <Section title={who !== null && !own ? confirming : entering} id="return">
      <p className="mb-3 max-w-prose text-muted">{t.returnHint}</p>
      {who !== null && <p className="mb-3 max-w-prose">{t.returnFacts(who, formatDate(locale, line.returnedOn), line.returnRef ?? '', line.returnReason ?? '')}</p>}
      {who !== null && own && <Notice title={t.returnPending}>{closers.length > 0 ? t.returnWho(names) : t.noCloser}</Notice>}
      {who !== null && !own
        ? <BatchForm what="confirmReturn" hidden={{ id, no }} texts={{ title: confirming, submit: t.returnConfirm, working: common.actions.working, done: t.returnConfirmed }} />
        : <ReturnForm key={no} batch={id} no={no} texts={{ title: entering, ref: t.returnRef, day: t.returnDay, reason: t.returnReason, submit: t.returnEnter, working: common.actions.working, done: t.returnEntered }} />}
    </Section>
  );
}
