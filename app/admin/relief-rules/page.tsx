import type { Metadata } from 'next';
import { PageHeader } from '@/components/shell/page-header';
import { Section } from '@/components/ui/section';
import { WorkPage } from '@/features/accounts/components/work-page';
import { RulesForm } from '@/features/relief-reviews/components/rules-form';
import { RulesTable } from '@/features/relief-reviews/components/rules-table';
import { listRules } from '@/features/relief-reviews/queries/list-rules';
import { messages } from '@/messages/locale';
import { currentLocale } from '@/server/locale';
import { allow, currentViewer } from '@/server/viewer';

export async function generateMetadata(): Promise<Metadata> {
  return { title: messages(await currentLocale()).reliefReviews.rules.title };
}

export default async function Page() {
  const viewer = await currentViewer();
  allow(viewer, 'settings.manage');
  const { rules, today } = await listRules(viewer);
  const locale = await currentLocale();
  const { rules: t } = messages(locale).reliefReviews;
  const [latest] = [...rules].sort((a, b) => b.id - a.id);
  const text = (value: number | undefined) => (value === undefined ? '' : String(value));
  return (
    <WorkPage viewer={viewer} current="/admin/relief-rules">
      <PageHeader title={t.title} locale={locale} summary={t.summary} />
      <RulesTable rules={rules} today={today} locale={locale} />
      <Section title={t.add} id="add">
        <RulesForm
          key={latest?.id}
          was={latest?.id ?? 0}
          values={{
            fromDay: today, noticeDays: text(latest?.noticeDays ?? 7), village: text(latest?.days.village), township: text(latest?.days.township), district: text(latest?.days.district),
            floor: text(latest && latest.floor / 100), topUpDays: text(latest?.topUpDays), cardHours: text(latest?.cardHours ?? 72), source: latest?.source ?? '',
          }}
          texts={{ ...t.fields, add: t.add, adding: t.adding, done: t.done }}
        />
      </Section>
    </WorkPage>
  );
}
