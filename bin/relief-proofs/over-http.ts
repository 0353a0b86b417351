import { readFileSync } from 'node:fs';
import type { Call, CallName } from './calls';

/** What came back: 'done', a refusal by its code or status, nothing (the server went away), or a fault with what was said. */
export type Heard = 'done' | { readonly refused: string } | { readonly lost: string } | { readonly fault: string };

/** The actions of the built product: its id by file and name, as a page's script names it. */
export function builtActions(): ReadonlyMap<string, string> {
  const { node } = JSON.parse(readFileSync('.next/server/server-reference-manifest.json', 'utf8')) as { node: Record<string, { filename: string; exportedName: string }> };
  return new Map(Object.entries(node).map(([id, { filename, exportedName }]) => [`${filename.split('/')[1]}.${exportedName}`, id]));
}

const ACTIONS: Readonly<Partial<Record<CallName, readonly [action: string, path: (about: number) => string]>>> = {
  apply: ['relief.apply', () => '/relief/new'],
  ...Object.fromEntries((['complete', 'resubmit', 'withdraw'] as const).map((name) => [name, [`relief.${name}`, (id: number) => `/relief/${id}/edit`]])),
  ...Object.fromEntries(([['pass'], ['send-back', 'sendBack'], ['refuse'], ['revoke'], ['answer'], ['change-card', 'changeCard'], ['confirm-card', 'confirmCard']] as const).map(([name, action = name]) => [name, [`relief-reviews.${action}`, (id: number) => `/relief/${id}`]])),
  make: ['batches.make', () => '/relief/batches'], ...Object.fromEntries(([['void', 'takeBack'], ['bounce', 'bounce'], ['enter-return', 'enterReturn'], ['drop-return', 'dropReturn'], ['confirm-return', 'confirmReturn']] as const).map(([name, action]) => [name, [`batches.${action}`, (id: number) => `/relief/batches/${id}`]])), close: ['batches.close', (id) => `/relief/batches/${id}`], reinstate: ['batches.reinstate', () => '/relief/batches'],
  'top-up': ['funds.topUp', () => '/funds'], interest: ['funds.addInterest', () => '/funds'], donate: ['funds.donate', () => '/funds'], 'take-back': ['funds.takeBack', () => '/funds'],
};

/** A form as the script of a page sends it to an action that remembers its last answer: the fields first, then what they belong to. */
export function encoded(fields: Iterable<readonly [string, string | Blob]>): FormData {
  const form = new FormData();
  for (const [name, value] of fields) form.append(`_1_${name}`, value);
  form.append('0', '[null,"$K1"]');
  return form;
}

const asBlob = (value: string | Uint8Array): string | Blob => (typeof value === 'string' ? value : new File([new Uint8Array(value)], 'file', { type: 'application/octet-stream' }));

/** Somebody's line to one instance of the product. */
export interface Line {
  readonly origin: string;
  readonly cookie: string;
  /** What a proxy would say of where it comes from. */
  readonly address: string;
}

/** What was heard, the answer's text, and where it led to. */
export interface Sent {
  readonly heard: Heard;
  readonly body: string;
  readonly led: string;
}

/** Sends it as a browser would: an action, a file's form, or a public form. */
export async function sendCall(actions: ReadonlyMap<string, string>, { origin, cookie, address }: Line, call: Call): Promise<Sent> {
  const headers = { origin, cookie, 'x-forwarded-for': address };
  const post = (path: string, body: FormData | URLSearchParams, more: Record<string, string> = {}) => fetch(`${origin}${path}`, { method: 'POST', redirect: 'manual', body, headers: { ...headers, ...more }, signal: AbortSignal.timeout(20_000) });
  const texts = () => new URLSearchParams(Object.entries(call.fields).filter((field): field is [string, string] => typeof field[1] === 'string'));
  try {
    const asked = ACTIONS[call.name];
    if (asked) {
      const [action, path] = asked;
      const answer = await post(path(call.about), encoded(Object.entries(call.fields).map(([name, value]) => [name, asBlob(value)])), { 'next-action': actions.get(action) ?? '', accept: 'text/x-component' });
      const body = await answer.text();
      return { heard: ofAction(answer, body), body, led: answer.headers.get('x-action-redirect') ?? '' };
    }
    const answer = call.name === 'send' ? await post(`/api/batches/${call.about}/file`, new FormData())
      : call.name === 'import' ? await post('/api/batches/results', resultForm(call))
      : call.name === 'receive' ? await post(`/public/apply?township=${call.village.slice(0, 9)}`, texts())
      : call.name === 'object' ? await post(`/public/notices/${String(call.fields.notice)}`, texts())
      : await post('/public/follow', texts());
    const body = await answer.text();
    if (answer.status >= 500) return { heard: { fault: `${answer.status} ${body.slice(0, 200)}` }, body, led: '' };
    return { heard: answer.status < 400 ? 'done' : { refused: String(answer.status) }, body, led: '' };
  } catch (failure) {
    return { heard: { lost: String(failure) }, body: '', led: '' };
  }
}

function resultForm({ fields: { id, file } }: Call): FormData {
  const form = new FormData();
  form.set('batch', String(id));
  form.set('file', asBlob(file ?? ''));
  return form;
}

/** What an action answered, read from the stream that the page's script would read. */
export function ofAction(answer: Response, body: string): Heard {
  if (answer.headers.has('x-action-redirect')) return 'done';
  const [, ok, code = ''] = /^\w+:\{"ok":(true|false)(?:,"code":"([\w-]+)")?/m.exec(body) ?? [];
  if (ok === 'true') return 'done';
  if (ok === undefined || code === 'failed') return { fault: `${answer.status} ${code} ${body.slice(0, 300)}` };
  return { refused: code };
}

/** Signs somebody in as programs do (docs/decisions/07-access.md). Returns the cookie. */
export async function signIn(origin: string, username: string, password: string): Promise<string> {
  const pairs = (answer: Response) => answer.headers.getSetCookie().map((each) => each.split(';', 1)[0]).join('; ');
  const asked = await fetch(`${origin}/api/auth/csrf`);
  const { csrfToken } = (await asked.json()) as { csrfToken: string };
  const answer = await fetch(`${origin}/api/auth/callback/credentials`, { method: 'POST', redirect: 'manual', headers: { cookie: pairs(asked), origin }, body: new URLSearchParams({ username, password, csrfToken, json: 'true' }) });
  const cookie = pairs(answer);
  if (!cookie.includes('session-token=')) throw new Error(`${username} could not sign in: ${answer.status} ${await answer.text()}`);
  return cookie;
}
