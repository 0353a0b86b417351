import { timing } from './load';

/** A form of a page as a browser without script would send it: its fields with their values, and the choices of each group. */
export interface Form {
  readonly fields: Map<string, string>;
  readonly choices: Map<string, string[]>;
}

const ENTITIES: Record<string, string> = { '&quot;': '"', '&amp;': '&', '&lt;': '<', '&gt;': '>', '&#x27;': "'" };
const plain = (text: string) => text.replace(/&(?:quot|amp|lt|gt|#x27);/g, (entity) => ENTITIES[entity] ?? entity);
const attribute = (tag: string, name: string): string | null => {
  const found = new RegExp(`\\s${name}="([^"]*)"`).exec(tag);
  return found ? plain(found[1]!) : null;
};

/** The filing form of a checklist's page; null when it shows none. */
export function filingForm(page: string): Form | null {
  const body = page.split(/<form\b/).find((part) => part.includes('name="version"') && part.includes('value="submit"'))?.split('</form>')[0];
  if (!body) return null;
  const form: Form = { fields: new Map(), choices: new Map() };
  for (const [tag] of body.matchAll(/<(?:input|textarea)\b[^>]*>/g)) {
    const name = attribute(tag, 'name');
    if (!name || tag.includes('type="file"')) continue;
    if (tag.includes('type="radio"')) form.choices.set(name, [...(form.choices.get(name) ?? []), attribute(tag, 'value') ?? '']);
    else form.fields.set(name, attribute(tag, 'value') ?? '');
  }
  return form;
}

/** As most filers answer: what the records say, a sentence, no files. */
export function answered({ fields, choices }: Form, verb: 'save' | 'submit'): FormData {
  const given = new Map(fields);
  for (const [name, modes] of choices) {
    const entry = name.slice(0, -'.mode'.length);
    const mode = modes.includes('recorded') && fields.get(`${entry}.seen`) ? 'recorded' : fields.has(`${entry}.text`) ? 'given' : modes.includes('other') ? 'other' : 'nothing';
    given.set(name, mode);
    if (mode === 'given') given.set(`${entry}.text`, '本月按计划推进，各项工作正常开展。');
    if (mode === 'other') given.set(`${entry}.claim`, '1').set(`${entry}.explanation`, '记录尚未更新，按实际填报。');
  }
  const form = new FormData();
  for (const [name, value] of given) form.set(name, value);
  form.set('verb', verb);
  return form;
}

/** What one filer's browser asked, how long each answer took, and when the submission was sent and acknowledged (own clock). */
export interface Filed {
  readonly id: number;
  readonly took: readonly number[];
  readonly sent: number;
  readonly acknowledged: number;
  /** Submissions that were handed back because a record had changed meanwhile. */
  readonly again: number;
  readonly failure: string | null;
}

const ATTEMPTS = 4;
const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

/** Opens the checklist, keeps a draft, and files it; `thinking` milliseconds lie between. Whatever goes wrong is told, not thrown. */
export async function file(origin: string, cookie: string, id: number, thinking: number): Promise<Filed> {
  const took: number[] = [];
  const ask = async (body?: FormData): Promise<string> => {
    const began = performance.now();
    const answer = await fetch(`${origin}/checklists/${id}`, { headers: { cookie, origin }, redirect: 'manual', signal: AbortSignal.timeout(30_000), ...(body && { method: 'POST', body }) });
    const page = await answer.text();
    took.push(performance.now() - began);
    if (answer.status !== 200) throw new Error(`${body ? 'POST' : 'GET'} answered ${answer.status}`);
    return page;
  };
  let [sent, acknowledged, again] = [0, 0, 0];
  try {
    const opened = filingForm(await ask());
    if (!opened) throw new Error('the page has no form');
    await pause(thinking);
    const kept = filingForm(await ask(answered(opened, 'save')));
    if (!kept || Number(kept.fields.get('version')) <= Number(opened.fields.get('version'))) throw new Error('the draft was not kept');
    await pause(thinking);
    for (let form: Form | null = kept; form; again++) {
      if (again === ATTEMPTS) throw new Error('not taken');
      if (again > 0) form = filingForm(await ask()) ?? form;
      sent = Date.now();
      form = filingForm(await ask(answered(form, 'submit')));
      acknowledged = Date.now();
    }
    return { id, took, sent, acknowledged, again: again - 1, failure: null };
  } catch (failure) {
    return { id, took, sent, acknowledged: 0, again, failure: (failure as Error).message };
  }
}

export const timesOf = (filed: readonly Filed[]) => timing(filed.flatMap(({ took }) => took));
