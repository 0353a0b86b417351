import { Fund } from '@/features/public/components/fund';
import { listCampaigns } from '@/features/funds/queries/list-campaigns';
import { listGifts, listPaid } from '@/features/public/queries/fund-lists';
import { readFund } from '@/features/public/queries/read-fund';
import { rowId } from '@/domain/row-id';
import { publicViewer } from '@/server/viewer';
import { answer } from '../answer';

const KEPT_S = 60;

/** GET /public/fund [?gifts=ID] [&paid=ID]: the fund's books, with a page of each list. */
export async function GET(request: Request): Promise<Response> {
  const search = new URL(request.url).searchParams;
  const from = { gifts: rowId(search.get('gifts')), paid: rowId(search.get('paid')) };
  return answer('fund', '/public/fund', async ({ locale, texts }) => {
    const viewer = publicViewer();
    const [books, gifts, paid, campaigns] = await Promise.all([readFund(viewer), listGifts(viewer, from.gifts), listPaid(viewer, from.paid), listCampaigns(viewer)]);
    return { title: texts.fund.title, body: <Fund locale={locale} books={books} gifts={gifts} paid={paid} campaigns={campaigns} from={from} />, keep: KEPT_S };
  });
}
