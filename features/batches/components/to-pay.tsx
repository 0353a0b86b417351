import { Badge } from '@/components/ui/badge';
import { TextLink } from '@/components/ui/link-button';
import { Section } from '@/components/ui/section';
import { Table } from '@/components/ui/table';
import type { PayableCase } from '@/db/payable-cases';
import { formatMoney, formatNumber, type Locale } from '@/domain/format';
import { messages } from '@/messages/locale';
import type { FailedCase } from '../queries/cases-to-pay';
import { BatchForm } from './batch-form';

type Props = { locale: Locale; approved: PayableCase[]; failed: FailedCase[]; manages: boolean; asked: number | null };

const caseLink = ({ id, no }: { id: number; no: string }) => ({ href: `/relief/${id}`, text: no });

/** Cases that wait for their money: what the next batch takes, and of each other one why not. */
export function ToPay({ locale, approved, failed, manages, asked }: Props) {
  const { batches: t, common } = messages(locale);
  const payable = approved.filter(({ why }) => why === null);
  const money = (fen: number) => formatMoney(locale, fen);
  const title = t.make(formatNumber(locale, payable.length), money(payable.reduce((sum, { amount }) => sum + amount, 0)));
  return (
    <>
      <Section title={t.toPay}>
        <Table
          caption={t.toPay}
          captionHidden
          locale={locale}
          rows={approved}
          empty={t.toPayEmpty}
          rowKey={({ id }) => String(id)}
          columns={[
            { key: 'case', label: t.columns.case, tight: true, cell: caseLink },
            { key: 'village', label: t.columns.village, tight: true, cell: ({ village }) => village },
            { key: 'holder', label: t.columns.holder, cell: ({ holder, headName }) => holder ?? headName },
            { key: 'card', label: t.columns.card, tight: true, cell: ({ cardTail }) => cardTail },
            { key: 'amount', label: t.columns.amount, numeric: true, cell: ({ amount }) => money(amount) },
            { key: 'why', label: t.columns.why, cell: ({ why }) => (why === null ? <Badge tone="green">{t.columns.payable}</Badge> : t.notPayable[why]) },
          ]}
        />
        {manages && approved.length > 0 && (
          <div className="mt-4">{payable.length > 0 ? <BatchForm what="make" texts={{ title, submit: title, working: common.actions.working, done: '' }} /> : <p className="text-muted">{t.nothing}</p>}</div>
        )}
      </Section>
      <FailedCases locale={locale} failed={failed} manages={manages} asked={asked} />
    </>
  );
}

function FailedCases({ locale, failed, manages, asked }: Omit<Props, 'approved'>) {
  const { batches: t, common } = messages(locale);
  const chosen = failed.find(({ id, usable }) => id === asked && usable && manages);
  return (
    <Section title={t.failed}>
      <p className="mb-3 text-muted">{t.failedHint}</p>
      {chosen && (
        <Section title={t.reinstateTitle(chosen.no)} id="again">
          <BatchForm key={chosen.id} what="reinstate" hidden={{ id: chosen.id, version: chosen.version }} reason={t.reinstateReason} texts={{ title: t.reinstateTitle(chosen.no), submit: t.reinstate, working: common.actions.working, done: t.reinstated }} />
        </Section>
      )}
      <Table
        caption={t.failed}
        captionHidden
        locale={locale}
        rows={failed}
        empty={t.failedEmpty}
        rowKey={({ id }) => String(id)}
        columns={[
          { key: 'case', label: t.columns.case, tight: true, cell: caseLink },
          { key: 'village', label: t.columns.village, tight: true, cell: ({ village }) => village },
          { key: 'head', label: t.columns.head, cell: ({ headName }) => headName },
          { key: 'card', label: t.columns.card, tight: true, cell: ({ cardTail, changed }) => <>{cardTail} {!changed && <Badge tone="yellow">{t.unchanged}</Badge>}</> },
          { key: 'amount', label: t.columns.amount, numeric: true, cell: ({ amount }) => formatMoney(locale, amount) },
          { key: 'reason', label: t.columns.reason, cell: ({ reason }) => reason },
          { key: 'change', label: t.columns.change, tight: true, cell: ({ id, no, usable }) => usable ? manages && <TextLink href={`/relief/batches?again=${id}#again`} label={t.reinstateTitle(no)}>{t.reinstate}</TextLink> : t.unusable },
        ]}
      />
    </Section>
  );
}
