import { Notice } from '@/components/shell/notice';
import { HOUSEHOLDS_PER_CADRE, reassignProblem } from '@/domain/assignment';
import { formatNumber, type Locale } from '@/domain/format';
import { messages } from '@/messages/locale';
import type { Candidate, HandedRow } from '../queries/reassignable';
import { ReassignForm } from './reassign-form';

/** What is about to happen, in a sentence; then the reason, and it is done. */
export function ReassignPreview({ locale, rows, to }: { locale: Locale; rows: HandedRow[]; to: Candidate }) {
  const { reassign: t } = messages(locale).assignments;
  const problem = reassignProblem(rows.map((row) => ({ ...row, to: to.id })));
  if (problem) return <Notice tone="warning" title={t.problems[problem]} />;
  const count = formatNumber(locale, rows.length);
  const from = rows[0]?.cadreName;
  const after = to.load + rows.length;
  return (
    <>
      <p className="text-lg font-medium">{from ? t.sentence(count, from, to.name) : t.sentenceNew(count, to.name)}</p>
      <p className="mb-3 text-muted">{t.load(formatNumber(locale, to.load), formatNumber(locale, after))}</p>
      {after > HOUSEHOLDS_PER_CADRE && <Notice tone="warning" title={t.overloaded} />}
      {!to.duties.includes('cadre') && <Notice title={t.becomesCadre} />}
      <ReassignForm moves={rows.map((row) => `${row.id}:${row.assignmentId ?? 0}:${to.id}`)} texts={{ reason: t.reason, reasonHint: t.reasonHint, submit: t.submit, working: t.working }} />
    </>
  );
}
