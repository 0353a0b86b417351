import 'server-only';

const NAME = /^[A-Za-z][\w-]*(\.[\w-]+)*$/;
const SECRET = /password|secret/i;

/**
 * A form as an object: 'entries.3.claim' nests, a name that comes twice is a list, files stay files. React's own fields and
 * names that are none are left out. Texts stay texts: a schema says what they become.
 */
export function formInput(form: FormData): Record<string, unknown> {
  const root: Record<string, unknown> = Object.create(null);
  for (const name of new Set(form.keys())) {
    if (name.startsWith('$ACTION') || !NAME.test(name) || name.includes('__proto__')) continue;
    const values = form.getAll(name);
    const path = name.split('.');
    let at = root;
    for (const step of path.slice(0, -1)) {
      const next = at[step];
      at = (typeof next === 'object' && next !== null && !Array.isArray(next) ? next : (at[step] = Object.create(null))) as Record<string, unknown>;
    }
    at[path.at(-1) ?? name] = values.length === 1 ? values[0] : values;
  }
  return root;
}

/** What was typed, to give it back beside the refusal. Never a password; long texts stay with the browser. */
export function typedIn(form: FormData): Record<string, string> {
  const texts = [...form].filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  return Object.fromEntries(texts.filter(([name, text]) => NAME.test(name) && !SECRET.test(name) && text.length <= 20_000));
}
