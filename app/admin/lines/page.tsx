import type { Metadata } from 'next';
import { PageHeader } from '@/components/shell/page-header';
import { Section } from '@/components/ui/section';
import { LINE_SCOPES } from '@/domain/poverty-line';
import { WorkPage } from '@/features/accounts/components/work-page';
import { LineForm } from '@/features/lines/components/line-form';
import { LineTable } from '@/features/lines/components/line-table';
import { ThresholdSection } from '@/features/lines/components/threshold-section';
import { listLines } from '@/features/lines/queries/list-lines';
import { listThresholds } from '@/features/lines/queries/list-thresholds';
import { messages } from '@/messages/locale';
import { currentLocale } from '@/server/locale';
import { allow, currentViewer } from '@/server/viewer';

export async function generateMetadata(): Promise<Metadata> {
  return { title: messages(await currentLocale()).lines.title };
}

export default async function LinesPage({ searchParams }: PageProps<'/admin/lines'>) {
  const viewer = await currentViewer();
  allow(viewer, 'settings.manage');
  const { year, scope, threshold, from } = await searchParams;
  const locale = await currentLocale();
  const { lines: t, households, common } = messages(locale);
  const lines = await listLines(viewer);
  const asked = lines.find((line) => String(line.year) === year && line.scope === scope);
  const chosen = asked ?? { year: (lines[0]?.year ?? 2017) + 1, scope: 'Sichuan', fen: null, source: '' };
  return (
    <WorkPage viewer={viewer} current="/admin/lines">
      <PageHeader title={t.title} locale={locale} summary={t.summary} />
      <div className="grid gap-x-10 gap-y-8 xl:grid-cols-[3fr_2fr]">
        <LineTable locale={locale} lines={lines} />
        <div>
          <Section title={asked ? t.form.change : t.form.add} id="line">
            <LineForm
              key={`${chosen.year} ${chosen.scope} ${chosen.fen}`}
              chosen={{ year: chosen.year, scope: chosen.scope, fen: chosen.fen, source: chosen.source }}
              scopes={LINE_SCOPES.map((value) => ({ value, label: households.income.scopes[value] }))}
              texts={{ ...t.form.fields, submit: asked ? t.form.change : t.form.add, working: common.actions.working, done: t.form.done }}
            />
          </Section>
        </div>
      </div>
      <ThresholdSection locale={locale} thresholds={await listThresholds(viewer)} asked={{ name: threshold, from }} />
    </WorkPage>
  );
}
