import { ownPath } from '@/domain/own-path';
import { asLocale, LOCALE_COOKIE } from '@/server/locale';

const YEAR = 60 * 60 * 24 * 365;

/** POST locale=zh-CN|en [&return=/own/path]: remembers the language and goes back to where the reader was. */
export async function POST(request: Request) {
  const form = await request.formData().catch(() => new FormData());
  const cookie = `${LOCALE_COOKIE}=${asLocale(form.get('locale'))}; Path=/; Max-Age=${YEAR}; SameSite=Lax; HttpOnly`;
  return new Response(null, { status: 303, headers: { location: backTo(form.get('return'), request), 'set-cookie': cookie } });
}

// The shell does not know its own address; the browser sends it along, and only its path is used.
function backTo(wanted: unknown, request: Request): string {
  if (wanted) return ownPath(wanted);
  const referer = request.headers.get('referer') ?? '';
  const url = URL.canParse(referer) ? new URL(referer) : null;
  return url ? ownPath(url.pathname + url.search) : '/';
}
