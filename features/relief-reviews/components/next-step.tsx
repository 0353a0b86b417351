import { Notice } from '@/components/shell/notice';
import { LinkButton } from '@/components/ui/link-button';
import { mayAt } from '@/domain/access';
import { formatNumber, type Locale } from '@/domain/format';
import { isWithdrawable } from '@/domain/relief';
import type { Viewer } from '@/domain/viewer';
import { messages } from '@/messages/locale';
import type { CaseView } from '../queries/find-case';

/** What is to be done where no review waits: an account to be changed after the bank sent the money back, and for the village what it can do with an application. */
export function NextStep({ viewer, its, locale }: { viewer: Viewer; its: CaseView; locale: Locale }) {
  const { next: t } = messages(locale).reliefReviews;
  if (its.state === 'failed') return <div className="mt-4"><Notice tone="warning" title={t.failed(its.batch?.reason ?? '')}>{t.failedHint(formatNumber(locale, its.rules?.cardHours))}</Notice></div>;
  if (!isWithdrawable(its.state) || !mayAt(viewer, 'relief.apply', its.division)) return null;
  const isMine = its.state === 'received' || its.state === 'returned';
  return <p className="mt-4"><LinkButton href={`/relief/${its.id}/edit`} tone={isMine ? 'primary' : 'secondary'}>{its.state === 'received' ? t.complete : its.state === 'returned' ? t.correct : t.withdraw}</LinkButton></p>;
}
