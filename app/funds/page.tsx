import type { Metadata } from 'next';
import { PageHeader } from '@/components/shell/page-header';
import { Tabs } from '@/components/shell/tabs';
import { checklistSearch } from '@/domain/checklist-search';
import { formatDate } from '@/domain/format';
import { rowId } from '@/domain/row-id';
import { WorkPage } from '@/features/accounts/components/work-page';
import { Donations } from '@/features/funds/components/donations';
import { FundForms } from '@/features/funds/components/fund-forms';
import { FundHead } from '@/features/funds/components/fund-head';
import { FundOverview } from '@/features/funds/components/fund-overview';
import { Ledger } from '@/features/funds/components/ledger';
import { mayKeep } from '@/features/funds/policy';
import { listCampaigns } from '@/features/funds/queries/list-campaigns';
import { listDonations } from '@/features/funds/queries/list-donations';
import { listEntries } from '@/features/funds/queries/list-entries';
import { readFund } from '@/features/funds/queries/read-fund';
import { messages } from '@/messages/locale';
import { currentLocale } from '@/server/locale';
import { allow, currentViewer } from '@/server/viewer';

export async function generateMetadata(): Promise<Metadata> {
  return { title: messages(await currentLocale()).funds.title };
}

const VIEWS = ['overview', 'ledger', 'donations', 'keep'] as const;

export default async function Page({ searchParams }: PageProps<'/funds'>) {
  const viewer = await currentViewer();
  allow(viewer, 'fund.view');
  const params = await searchParams;
  const { page } = checklistSearch(params);
  const keeps = mayKeep(viewer);
  const views = VIEWS.filter((each) => each !== 'keep' || keeps);
  const view = views.find((each) => each === params.view) ?? 'overview';
  const locale = await currentLocale();
  const { funds: t } = messages(locale);
  const fund = await readFund(viewer);
  return (
    <WorkPage viewer={viewer} current="/funds">
      <PageHeader title={t.title} locale={locale} summary={t.summary(formatDate(locale, fund.today))} />
      <Tabs locale={locale} label={t.views.label} tabs={views.map((each) => ({ href: each === 'overview' ? '/funds' : `/funds?view=${each}`, label: t.views[each], current: each === view }))} />
      {view === 'overview' && <FundOverview fund={fund} locale={locale} />}
      {view === 'ledger' && <Ledger locale={locale} page={page} found={await listEntries(viewer, page)} keeps={keeps} asked={rowId(params.take)} />}
      {view === 'donations' && <Donations locale={locale} page={page} found={await listDonations(viewer, page)} campaigns={await listCampaigns(viewer)} />}
      {view === 'keep' && (
        <>
          <FundHead fund={fund} locale={locale} />
          <div className="mt-8"><FundForms locale={locale} today={fund.today} campaigns={await listCampaigns(viewer)} newKey={() => crypto.randomUUID()} /></div>
        </>
      )}
    </WorkPage>
  );
}
