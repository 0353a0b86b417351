import type { Metadata } from 'next';
import { PageHeader } from '@/components/shell/page-header';
import { Section } from '@/components/ui/section';
import { Table } from '@/components/ui/table';
import { formatDateTime } from '@/domain/format';
import { KINSHIPS } from '@/domain/relief-input';
import { WorkPage } from '@/features/accounts/components/work-page';
import { KinshipForm } from '@/features/relief/components/kinship-form';
import { myKinships } from '@/features/relief/queries/my-kinships';
import { messages } from '@/messages/locale';
import { currentLocale } from '@/server/locale';
import { allow, currentViewer } from '@/server/viewer';

export async function generateMetadata(): Promise<Metadata> {
  return { title: messages(await currentLocale()).reliefApplications.relatives.title };
}

export default async function Page() {
  const viewer = await currentViewer();
  allow(viewer, 'kinships.declare');
  const locale = await currentLocale();
  const { reliefApplications: { relatives: t }, common } = messages(locale);
  const rows = await myKinships(viewer);
  const { relation, name, idNumber, hint, add, done } = t;
  return (
    <WorkPage viewer={viewer} current="/account/relatives">
      <PageHeader title={t.title} locale={locale} summary={t.summary} />
      <Section title={t.mine}>
        <Table
          caption={t.mine}
          captionHidden
          locale={locale}
          rows={rows}
          rowKey={({ id }) => String(id)}
          empty={t.none}
          columns={[
            { key: 'relation', label: t.columns.relation, cell: (row) => t.relations[row.relation] },
            { key: 'name', label: t.columns.name, cell: (row) => row.name },
            { key: 'id', label: t.columns.idNumber, tight: true, cell: (row) => row.idMask },
            { key: 'at', label: t.columns.at, tight: true, cell: (row) => formatDateTime(locale, row.at) },
          ]}
        />
      </Section>
      <Section title={t.add}>
        <KinshipForm relations={KINSHIPS.map((value) => ({ value, label: t.relations[value] }))} texts={{ relation, name, idNumber, hint, add, done, working: common.actions.working }} />
      </Section>
    </WorkPage>
  );
}
