import { Notice } from '@/components/shell/notice';
import { Figure } from '@/components/ui/figure';
import { FigureRow } from '@/components/ui/figure-row';
import { formatDeadline, formatMoney, type Locale } from '@/domain/format';
import { messages } from '@/messages/locale';
import type { Fund } from '../queries/read-fund';

/** How the fund stands against its floor, and what is to be done about it by when. */
export function FundHead({ fund: { standing, floor, task }, locale }: { fund: Fund; locale: Locale }) {
  const { funds: t } = messages(locale);
  const money = (fen: number | null) => formatMoney(locale, fen);
  return (
    <>
      {task ? (
        <Notice tone={task.overdue ? 'error' : 'warning'} title={(task.overdue ? t.taskOverdue : t.task)(money(task.shortfall), formatDeadline(locale, task.dueAt))}>
          {t.taskHint}{task.escalated && ` ${t.taskEscalated}`}
        </Notice>
      ) : <p className="mb-3 text-muted">{floor === null ? t.noFloor : t.taskKept}</p>}
      <FigureRow>
        <Figure label={t.balance} value={standing.balance} text={money(standing.balance)} locale={locale} />
        <Figure label={t.reserved} value={standing.reserved} text={money(standing.reserved)} locale={locale} />
        <Figure label={t.available} value={standing.available} text={money(standing.available)} locale={locale} />
        <Figure label={t.floor} value={floor} text={money(floor)} locale={locale} />
      </FigureRow>
    </>
  );
}
