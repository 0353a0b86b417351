import type { Metadata } from 'next';
import { Notice } from '@/components/shell/notice';
import { PageHeader } from '@/components/shell/page-header';
import { Section } from '@/components/ui/section';
import { previewOf } from '@/domain/calendar-preview';
import { changed, daysOf, seenDays } from '@/domain/filing-calendar';
import { addMonths, monthsBetween } from '@/domain/month';
import { WorkPage } from '@/features/accounts/components/work-page';
import { CalendarForm } from '@/features/calendar/components/calendar-form';
import { ConfirmChange } from '@/features/calendar/components/confirm-change';
import { DeadlineTable } from '@/features/calendar/components/deadline-table';
import { filingCalendar } from '@/features/calendar/queries/filing-calendar';
import { messages } from '@/messages/locale';
import { currentLocale } from '@/server/locale';
import { allow, currentViewer } from '@/server/viewer';

const SHOWN = 6;

export async function generateMetadata(): Promise<Metadata> {
  return { title: messages(await currentLocale()).calendar.title };
}

export default async function Page({ searchParams }: PageProps<'/admin/calendar'>) {
  const viewer = await currentViewer();
  allow(viewer, 'calendar.manage');
  const params = await searchParams;
  const { rows, now } = await filingCalendar(viewer);
  const { open, months, typed, asked, problems } = previewOf(params, rows, now);
  const locale = await currentLocale();
  const { calendar, common, errors } = messages(locale);
  const told = Object.fromEntries(problems.map(({ field, problem, limit = 0 }) => [field, (errors.fields[problem] ?? errors.fields.format)?.(limit) ?? '']));
  const from = asked?.from ?? open;
  return (
    <WorkPage viewer={viewer} current="/admin/calendar">
      <PageHeader title={calendar.title} locale={locale} summary={calendar.summary} />
      {params.done === '1' && <Notice tone="done" title={calendar.done} />}
      <Section title={calendar.now}>
        <DeadlineTable caption={calendar.now} months={monthsBetween(addMonths(open, -1), addMonths(open, SHOWN))} rows={rows} now={now} locale={locale} />
      </Section>
      <Section title={calendar.change}>
        <p className="mb-3 text-muted">{calendar.changeHint}</p>
        <CalendarForm key={JSON.stringify(typed)} typed={typed} problems={told} months={months} locale={locale} />
      </Section>
      {asked && problems.length === 0 && (
        <Section title={calendar.previewTitle} id="preview">
          <DeadlineTable caption={calendar.previewTitle} months={monthsBetween(from, addMonths(from, SHOWN))} rows={changed(rows, asked)} before={rows} now={now} locale={locale} />
          <ConfirmChange values={{ ...typed, seen: seenDays(daysOf(rows, from)) }} label={calendar.confirm} working={common.actions.working} />
        </Section>
      )}
    </WorkPage>
  );
}
