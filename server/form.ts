import 'server-only';

const NAME = /^[A-Za-z][\w-]*(\.[\w-]+)*$/;
const SECRET = /password|secret/i;

/** Made here to nest names in; a file or a list is none. */
const isNest = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === null;

/**
 * A form as an object: 'entries.3.claim' nests, a name that comes twice is a list, files stay files. React's own fields and
 * names that are none are left out. Texts stay texts: a schema says what they become.
 */
export function formInput(form: FormData): Record<string, unknown> {
  const root: Record<string, unknown> = Object.create(null);
  const byName = new Map<string, FormDataEntryValue[]>();
  for (const [name, value] of form) {
    const values = byName.get(name);
    if (values) values.push(value);
    else byName.set(name, [value]);
  }
  for (const [name, values] of byName) {
    if (name.startsWith('$ACTION') || !NAME.test(name) || name.includes('__proto__')) continue;
    const path = name.split('.');
    let at = root;
    for (const step of path.slice(0, -1)) {
      const next = at[step];
      at = isNest(next) ? next : ((at[step] = Object.create(null)) as Record<string, unknown>);
    }
    at[path.at(-1) ?? name] = values.length === 1 ? values[0] : values;
  }
  return root;
}

/**
 * What a script sent instead of a form, as it came; but what it kept to itself (React's temporary references: functions that refuse to
 * be looked into) is left out, wherever it lies.
 */
export function valueInput(value: unknown): unknown {
  const isKeptBack = (each: unknown) => typeof each === 'function';
  if (isKeptBack(value)) return undefined;
  const seen = new Set<unknown>();
  for (const open = [value]; open.length > 0;) {
    const at = open.pop();
    if (typeof at !== 'object' || at === null || ArrayBuffer.isView(at) || seen.has(at)) continue;
    seen.add(at);
    for (const [name, inner] of Object.entries(at)) {
      if (isKeptBack(inner)) (at as Record<string, unknown>)[name] = undefined;
      else open.push(inner);
    }
  }
  return value;
}

/** What was typed, to give it back beside the refusal. Never a password; long texts stay with the browser. */
export function typedIn(form: FormData): Record<string, string> {
  const texts = [...form].filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  return Object.fromEntries(texts.filter(([name, text]) => NAME.test(name) && !SECRET.test(name) && text.length <= 20_000));
}
