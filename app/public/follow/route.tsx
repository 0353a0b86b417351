import { withdraw } from '@/features/public/commands/withdraw';
import { EMPTY, type FormState } from '@/features/public/components/fields';
import { FollowedCase, FollowForm } from '@/features/public/components/follow';
import { followCase, placeOfReceipt } from '@/features/public/queries/follow-case';
import { RECEIPT } from '@/domain/public-input';
import { messages } from '@/messages/locale';
import { currentLocale } from '@/server/locale';
import { publicForm } from '@/server/public-form';
import { takeTurn } from '@/server/public-turns';
import { publicViewer } from '@/server/viewer';
import { answer, notRead, refused, tooOften } from '../answer';

const PATH = '/public/follow';

/** GET /public/follow: asks for the receipt code, which never stands in an address. */
export const GET = (): Promise<Response> => asked();

/** POST /public/follow code= [verb=withdraw version= reason=]: how the application stands; or takes it back. A wrong code and one that nobody has look the same. */
export async function POST(request: Request): Promise<Response> {
  const form = await publicForm(request);
  if (typeof form === 'string') return notRead('follow', PATH, form);
  const { granted, giveBack } = await takeTurn('follow', form.address);
  if (!granted) return asked(await tooOften('follow', form.typed));
  const parsed = RECEIPT.safeParse(form.input);
  const place = parsed.success ? await placeOfReceipt(publicViewer(), parsed.data.code) : null;
  if (!parsed.success || place === null) {
    const { unknown } = messages(await currentLocale()).publicSide.follow;
    return asked({ state: { message: unknown, fields: {}, typed: form.typed }, status: 404 });
  }
  await giveBack();
  if (form.input.verb !== 'withdraw') return shown(place, parsed.data.code);
  try {
    await withdraw(publicViewer(place), form.input, form.address);
  } catch (failure) {
    return shown(place, parsed.data.code, await refused(failure, withdraw.commandName, form.typed));
  }
  return shown(place, parsed.data.code, { withdrawn: true });
}

const asked = ({ state = EMPTY, status = 200 }: { state?: FormState; status?: number } = {}): Promise<Response> =>
  answer('follow', PATH, ({ locale, texts }) => ({ title: texts.follow.title, body: <FollowForm locale={locale} state={state} />, status }));

function shown(place: string, code: string, { state = EMPTY, status = 200, withdrawn = false }: { state?: FormState; status?: number; withdrawn?: boolean } = {}): Promise<Response> {
  return answer('follow', PATH, async ({ locale, texts }) => {
    const followed = await followCase(publicViewer(place), code);
    if (!followed) return { title: texts.follow.title, body: <FollowForm locale={locale} state={EMPTY} />, status: 404 };
    return { title: texts.follow.title, body: <FollowedCase locale={locale} followed={followed} code={code} withdrawn={withdrawn} state={state} />, status };
  });
}
