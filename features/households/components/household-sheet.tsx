import type { ReactNode } from 'react';
import { Section } from '@/components/ui/section';
import { may } from '@/domain/access';
import { type Locale } from '@/domain/format';
import { SAFEGUARDS } from '@/domain/household';
import type { Viewer } from '@/domain/viewer';
import { messages } from '@/messages/locale';
import { mayCorrect } from '../policy';
import type { HouseholdFile } from '../queries/household-file';
import type { HistoryRow } from '../queries/household-history';
import type { HouseholdMeasures as Measures } from '../queries/household-measures';
import { CorrectForms } from './correct-forms';
import { ExitCriteria } from './exit-criteria';
import { HouseholdFacts } from './household-facts';
import { HouseholdHistory } from './household-history';
import { HouseholdMeasures } from './household-measures';
import { IncomeTable } from './income-table';
import { MemberTable } from './member-table';
import { Unmask } from './unmask';

type Props = {
  viewer: Viewer;
  locale: Locale;
  file: HouseholdFile;
  measures: Measures;
  history: HistoryRow[];
  /** Who helps it and who called: other nouns' sections. */
  children: ReactNode;
};

/** One household, one file (一户一档). */
export function HouseholdSheet({ viewer, locale, file, measures, history, children }: Props) {
  const { common, households: t } = messages(locale);
  const { household, members, incomes } = file;
  const full = may(viewer, 'households.unmask') ? { ...t.unmask, close: common.actions.close, working: common.actions.working } : null;
  const unmask = (what: 'id-number' | 'phone' | 'card', member?: number) => full && <Unmask household={household.id} what={what} member={member} texts={full} />;
  return (
    <>
      <HouseholdFacts locale={locale} household={household} people={members.length} unmask={unmask} />
      <Section title={t.members.title}>
        <MemberTable locale={locale} members={members} unmask={(member) => unmask('id-number', member.id)} />
      </Section>
      <Section title={t.exit.title} id="exit">
        <ExitCriteria locale={locale} file={file} />
      </Section>
      <Section title={t.income.title} id="income">
        <IncomeTable locale={locale} incomes={incomes} />
      </Section>
      <Section title={t.measures.title} id="measures">
        <HouseholdMeasures locale={locale} measures={measures} />
      </Section>
      {children}
      <Section title={t.history.title} id="history">
        <HouseholdHistory locale={locale} rows={history} />
      </Section>
      {mayCorrect(viewer) && (
        <Section title={t.correct.open} id="correct">
          <CorrectForms
            id={household.id}
            version={household.version}
            today={household.today}
            exitedOn={household.exitedOn}
            safeguards={SAFEGUARDS.map((value) => ({ value, label: t.safeguards[value] }))}
            texts={t.correct}
          />
        </Section>
      )}
    </>
  );
}
