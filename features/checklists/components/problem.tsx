'use client';

import { createContext, use } from 'react';

/** What is wrong with a form's fields, by their names; filled by the form around them. */
export const Problems = createContext<Readonly<Record<string, string>>>({});

/** The sentence beside one field; the field names it in aria-describedby. */
export function Problem({ field }: { field: string }) {
  const text = use(Problems)[field];
  return (
    <p id={`${field}-problem`} className="text-sm text-red empty:hidden" aria-live="polite">
      {text && `▲ ${text}`}
    </p>
  );
}
