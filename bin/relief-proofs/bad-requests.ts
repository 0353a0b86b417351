import { badBody, badValue, FORM_NAMES, formOf } from '@/db/testing/bad-bodies';
import type { Luck } from '@/db/testing/relief-deeds';
import { encoded } from './over-http';

/** Where a page's action is posted to. */
const PAGES: Readonly<Record<string, string>> = {
  'relief.apply': '/relief/new', 'relief.findHousehold': '/relief/new', 'relief.declare': '/account/relatives', 'relief-reviews.setRules': '/admin/relief-rules', 'public.setOffice': '/admin/public',
  relief: '/relief/1/edit', 'relief-reviews': '/relief/1', batches: '/relief/batches', funds: '/funds',
};
const pageOf = (name: string): string => PAGES[name] ?? PAGES[name.split('.')[0]!]!;

/** Texts in the place of what React sends: cut short, pointing nowhere, at themselves, or at far too much. */
const WIRES = [
  '', '[', ']', '{}', '[]', 'null', '"x"', '0', '[null]', '[null,null]', '[null,"$K1"', '[null,"$K9"]', '["$@0"]', '["$0"]', '["$1"]', '["$Q1"]', '["$W1"]', '["$F1"]', '["$h1"]', '["$T"]', '["$B1"]', '["$r1"]', '["$x"]', '["$undefined"]', '["$D2018-99-99"]', '["$n1e5"]', '["$n99999999999999999999"]',
  '[{"__proto__":{"x":1}}]', '[{"constructor":"$1:constructor"}]', '["$1:a:b:c"]', '["$0:0:0"]', '[null,{"then":"$0"}]', '\u0000', '[' + '['.repeat(2_000), `[null,"${'x'.repeat(50_000)}"]`,
];
const TYPES = ['text/plain;charset=UTF-8', 'application/json', 'multipart/form-data', 'multipart/form-data; boundary=', 'multipart/form-data; boundary=x', 'application/x-www-form-urlencoded', 'text/html', 'x/y', ''];

interface Sent { readonly path: string; readonly headers: Record<string, string>; readonly body: FormData | URLSearchParams | string | Uint8Array<ArrayBuffer> }

/** One request that no page of the product would send, to any action or handler of the fund. */
export function badRequest(actions: ReadonlyMap<string, string>, luck: Luck): Sent {
  const name = luck.pick(FORM_NAMES);
  const way = luck();
  if (name.startsWith('POST ')) {
    const path = name.slice(5).replace('/1', `/${luck.pick(['1', '2', '0', 'x', '1e3', '99999999999', '%00', '..', '1%2f2'])}`);
    if (way < 0.15) return { path, headers: { 'content-type': luck.pick(TYPES) }, body: luck.pick(WIRES) };
    const form = formOf(badBody(name, luck));
    return { path, headers: {}, body: path.startsWith('/public') && way < 0.7 ? new URLSearchParams([...form].map(([field, value]) => [field, String(value)])) : form };
  }
  const id = luck() < 0.97 ? (actions.get(name) ?? '') : luck.pick(['', '0', 'x', 'f'.repeat(42), '__proto__', '7'.repeat(5_000)]);
  const script = { 'next-action': id, accept: 'text/x-component' };
  if (way < 0.6) return { path: pageOf(name), headers: script, body: encoded(formOf(badBody(name, luck))) };
  // As a form goes without script.
  if (way < 0.75) {
    const form = formOf(badBody(name, luck));
    form.set('$ACTION_REF_1', luck() < 0.9 ? '' : 'x');
    form.set('$ACTION_1:0', luck() < 0.8 ? JSON.stringify({ id, bound: '$@1' }) : luck.pick(WIRES));
    form.set('$ACTION_1:1', luck() < 0.8 ? '[null]' : luck.pick(WIRES));
    form.set('$ACTION_KEY', luck() < 0.8 ? 'k0000000000000000' : luck.pick(WIRES));
    return { path: pageOf(name), headers: {}, body: form };
  }
  if (way < 0.85) {
    const value = JSON.stringify([badValue(luck)], (_, each: unknown) => (typeof each === 'bigint' ? `$n${each}` : typeof each === 'function' ? '$T' : each));
    return { path: pageOf(name), headers: { ...script, 'content-type': 'text/plain;charset=UTF-8' }, body: value };
  }
  if (way < 0.93) return { path: pageOf(name), headers: { ...script, 'content-type': luck.pick(TYPES) }, body: luck.pick(WIRES) };
  const form = encoded(formOf(badBody(name, luck)));
  form.set('0', luck.pick(WIRES));
  return { path: pageOf(name), headers: script, body: form };
}

/** What an answer was: its status, and whether the machine failed behind it. */
export interface Outcome {
  readonly status: number;
  readonly fault: string | null;
}

export async function sendBad(actions: ReadonlyMap<string, string>, { origin, cookie }: { origin: string; cookie: string }, luck: Luck): Promise<Outcome> {
  const { path, headers, body } = badRequest(actions, luck);
  const sent = `${path} ${JSON.stringify(headers)} ${typeof body === 'string' ? body.slice(0, 300) : JSON.stringify([...(body as FormData)].map(([name, value]) => [name, typeof value === 'string' ? value.slice(0, 60) : `file of ${value.size}`])).slice(0, 1_500)}`;
  try {
    const given = { origin, cookie, 'x-forwarded-for': `203.0.${luck.of(250)}.${luck.of(250)}`, ...headers };
    const answer = await fetch(`${origin}${path}`, { method: 'POST', redirect: 'manual', headers: given, body, signal: AbortSignal.timeout(30_000) });
    const text = await answer.text();
    return { status: answer.status, fault: answer.status >= 500 || text.includes('"code":"failed"') ? `${answer.status} to ${sent}` : null };
  } catch (failure) {
    return { status: 0, fault: `no answer (${String((failure as Error).cause ?? failure)}) to ${sent}` };
  }
}
