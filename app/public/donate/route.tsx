import { Donate } from '@/features/public/components/donate';
import { listCampaigns } from '@/features/funds/queries/list-campaigns';
import { publicViewer } from '@/server/viewer';
import { answer } from '../answer';

const KEPT_S = 60;

/** GET /public/donate: how to give to the fund. */
export async function GET(): Promise<Response> {
  return answer('donate', '/public/donate', async ({ locale, office, texts }) => {
    const campaigns = await listCampaigns(publicViewer());
    return { title: texts.donate.title, body: <Donate locale={locale} office={office} campaigns={campaigns} />, keep: KEPT_S };
  });
}
