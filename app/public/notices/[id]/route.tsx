import { object } from '@/features/public/commands/object';
import { EMPTY, type FormState } from '@/features/public/components/fields';
import { Gone } from '@/features/public/components/message';
import { NoticeSheet } from '@/features/public/components/notice-sheet';
import { findNotice } from '@/features/public/queries/list-notices';
import { OBJECTION } from '@/domain/public-input';
import { rowId } from '@/domain/row-id';
import { problemsOf, Refusal } from '@/server/errors';
import { publicForm } from '@/server/public-form';
import { takeTurn } from '@/server/public-turns';
import { publicViewer } from '@/server/viewer';
import { answer, notRead, refused, tooOften } from '../../answer';

const KEPT_S = 60;
type Context = RouteContext<'/public/notices/[id]'>;

/** GET /public/notices/ID: one notice, for the reader and the village board. One that is over answers like one that never was. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  return shown((await params).id, { done: new URL(request.url).searchParams.has('sent') });
}

/** POST /public/notices/ID text= [name= phone=]: an objection; then back to the notice, so that a reload sends nothing. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { id } = await params;
  const form = await publicForm(request);
  if (typeof form === 'string') return notRead('notices', `/public/notices/${rowId(id) ?? ''}`, form);
  const found = await findNotice(publicViewer(), rowId(id) ?? 0);
  if (!found) return shown(id);
  const input = { ...form.input, notice: found.id };
  try {
    const parsed = OBJECTION.safeParse(input);
    if (!parsed.success) throw new Refusal('invalid', object.commandName, problemsOf(parsed.error.issues));
    const { granted, source } = await takeTurn('object', form.address);
    if (!granted) return shown(id, await tooOften('object', form.typed));
    // Without the address: whoever objects may stay unknown.
    await object(publicViewer(found.division), { ...input, source });
  } catch (failure) {
    return shown(id, await refused(failure, object.commandName, form.typed));
  }
  return new Response(null, { status: 303, headers: { location: `/public/notices/${found.id}?sent=1`, 'cache-control': 'no-store' } });
}

function shown(asked: string, { state = EMPTY, status = 200, done = false }: { state?: FormState; status?: number; done?: boolean } = {}): Promise<Response> {
  const id = rowId(asked);
  return answer('notices', `/public/notices/${id ?? ''}`, async ({ locale, office, texts }) => {
    const notice = id === null ? null : await findNotice(publicViewer(), id);
    if (!notice) return { title: texts.gone.title, body: <Gone locale={locale} />, status: 404 };
    const body = <NoticeSheet locale={locale} office={office} notice={notice} state={state} done={done} />;
    return { title: texts.notice.title, body, status, keep: status === 200 && !done ? Math.min(KEPT_S, notice.seconds) : 0 };
  });
}
