'use client';

import { typedDraftsOf } from '@/domain/typed-draft';

/** What is typed, kept on this device for one person and one checklist until it is submitted or they sign out. */
export interface LocalDraft {
  readonly version: number;
  readonly fields: Readonly<Record<string, string>>;
}

const keyOf = (owner: string, id: number): string => `${typedDraftsOf(owner)}${id}`;

export function readDraft(owner: string, id: number): LocalDraft | null {
  try {
    const found = JSON.parse(localStorage.getItem(keyOf(owner, id)) ?? 'null') as LocalDraft | null;
    return found && typeof found.fields === 'object' ? found : null;
  } catch {
    return null;
  }
}

/** Storage may be full or forbidden: then the server's draft is all there is. */
export function keepDraft(owner: string, id: number, draft: LocalDraft | null): void {
  try {
    if (draft) localStorage.setItem(keyOf(owner, id), JSON.stringify(draft));
    else localStorage.removeItem(keyOf(owner, id));
  } catch {
    return;
  }
}

/**
 * Tells when another window took the draft away: saved, submitted or discarded there.
 * @returns what ends the watch
 */
export function watchDraft(owner: string, id: number, gone: () => void): () => void {
  const heard = () => readDraft(owner, id) || gone();
  window.addEventListener('storage', heard);
  return () => window.removeEventListener('storage', heard);
}

/** The texts of a form by name, without what is not typed. */
export function fieldsOf(form: HTMLFormElement): Record<string, string> {
  const entries = [...new FormData(form)].filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  return Object.fromEntries(entries.filter(([name]) => name.startsWith('entries.') && !name.endsWith('.seen')));
}

/** Puts texts back into the form's fields. */
export function fill(form: HTMLFormElement, fields: Readonly<Record<string, string>>): void {
  for (const element of form.elements) {
    if (element instanceof HTMLInputElement && element.type === 'radio') element.checked = fields[element.name] === element.value;
    else if ((element instanceof HTMLInputElement && element.type !== 'hidden' && element.type !== 'file') || element instanceof HTMLTextAreaElement) {
      const text = fields[element.name];
      if (text !== undefined) element.value = text;
    }
  }
}

export const same = (a: Readonly<Record<string, string>>, b: Readonly<Record<string, string>>): boolean =>
  [...new Set([...Object.keys(a), ...Object.keys(b)])].every((key) => (a[key] ?? '') === (b[key] ?? ''));
