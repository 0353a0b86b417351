import { Badge } from '@/components/ui/badge';
import { Section } from '@/components/ui/section';
import { Table } from '@/components/ui/table';
import { dayOf } from '@/domain/day';
import type { Locale } from '@/domain/format';
import { judge } from '@/domain/relief-eligibility';
import { messages } from '@/messages/locale';
import type { CaseView } from '../queries/find-case';
import { workingOf } from './working';

/** Rule by rule, why the household is helped or not, by the latest worksheet. */
export function Eligibility({ its, locale }: { its: CaseView; locale: Locale }) {
  const { relief: { rules }, reliefReviews: { eligibility: t } } = messages(locale);
  const judged = judge({
    registered: its.householdId === null ? null : { exitedOn: its.exitedOn },
    cause: its.cause,
    evidence: its.files,
    appliedOn: dayOf(new Date(its.appliedAt)),
    working: workingOf(its)?.working ?? null,
    other: its.other,
  });
  return (
    <Section title={t.title} id="eligibility">
      <Table
        caption={t.title}
        captionHidden
        locale={locale}
        rows={judged}
        rowKey={({ rule }) => rule}
        columns={[
          { key: 'rule', label: t.title, heading: true, tight: true, cell: ({ rule }) => rules[rule].name },
          { key: 'met', label: t.met, tight: true, cell: ({ met }) => <Badge tone={met ? 'green' : 'red'}>{met ? t.met : t.unmet}</Badge> },
          { key: 'why', label: t.reason, cell: ({ rule, why }) => `${rules[rule].why[why] ?? ''}${why === 'again' && its.other ? ` ${t.againNo(its.other)}` : ''}` },
        ]}
      />
    </Section>
  );
}
