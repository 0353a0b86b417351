import { Notices } from '@/features/public/components/notices';
import { listNotices } from '@/features/public/queries/list-notices';
import { isCode } from '@/domain/area';
import { rowId } from '@/domain/row-id';
import { publicViewer } from '@/server/viewer';
import { answer } from '../answer';

const KEPT_S = 60;

/** GET /public/notices [?township=CODE] [&before=ID]: what hangs out now, for a minute at most, and never longer than it hangs. */
export async function GET(request: Request): Promise<Response> {
  const search = new URL(request.url).searchParams;
  const asked = search.get('township') ?? '';
  const township = isCode(asked) && asked.length === 9 ? asked : null;
  const before = rowId(search.get('before'));
  return answer('notices', `/public/notices${township ? `?township=${township}` : ''}`, async ({ locale, texts }) => {
    const list = await listNotices(publicViewer(), { township, before });
    return { title: texts.notices.title, body: <Notices locale={locale} list={list} township={township} later={before !== null} />, keep: Math.min(KEPT_S, ...list.rows.map(({ seconds }) => seconds)) };
  });
}
