import { Notice } from '@/components/shell/notice';
import { Badge } from '@/components/ui/badge';
import { Definitions } from '@/components/ui/definitions';
import { type Criterion, exitCriteria, meetsAll, missing } from '@/domain/exit';
import { formatDate, formatNumber, type Locale } from '@/domain/format';
import { messages } from '@/messages/locale';
import type { HouseholdFile } from '../queries/household-file';

/** The seven criteria of an exit today; for a household that was lifted, also whether the records of that day bear it out. */
export function ExitCriteria({ locale, file }: { locale: Locale; file: HouseholdFile }) {
  const { household, incomes } = file;
  const { exit: t, safeguards } = messages(locale).households;
  const now = exitCriteria(household.today, household.safeguards, incomes);
  const then = household.exitedOn && exitCriteria(household.exitedOn, household.safeguards, incomes);
  const since = ({ name, since: day }: Criterion) => (day === null ? '' : name === 'income' ? t.incomeYear(day) : t.since(formatDate(locale, day)));
  return (
    <>
      {then && !meetsAll(then) && <Notice tone="warning" title={t.exitedWithout} />}
      <p className="mb-2 text-muted">
        {t.asOf(formatDate(locale, household.today))}{' '}
        {meetsAll(now) ? <Badge tone="green">{t.all}</Badge> : <Badge tone="yellow">{t.lacks(formatNumber(locale, missing(now).length))}</Badge>}
      </p>
      <Definitions
        columns={2}
        items={now.map((criterion) => ({
          term: criterion.name === 'income' ? t.income : safeguards[criterion.name],
          value: (
            <span className="flex flex-wrap gap-x-3">
              {criterion.met === null ? <Badge>{t.unknown}</Badge> : criterion.met ? <Badge tone="green">{t.met}</Badge> : <Badge tone="red">{t.unmet}</Badge>}
              <span className="text-muted">{since(criterion)}</span>
            </span>
          ),
        }))}
      />
    </>
  );
}
