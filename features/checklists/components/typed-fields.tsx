'use client';

import { createContext, type InputHTMLAttributes, type TextareaHTMLAttributes, use } from 'react';

type Texts = Readonly<Record<string, string>>;

/**
 * What the server said of the form around, by the names of its fields: what is wrong, and what was typed. The latter only where
 * the answer was a whole new page, without script; a form that stayed still has it.
 */
export const Answered = createContext<{ readonly problems: Texts; readonly typed: Texts }>({ problems: {}, typed: {} });

/** The sentence beside one field; the field names it in aria-describedby. */
export function Problem({ field }: { field: string }) {
  const text = use(Answered).problems[field];
  return (
    <p id={`${field}-problem`} className="text-sm text-red empty:hidden" aria-live="polite">
      {text && `▲ ${text}`}
    </p>
  );
}

type Named<Attributes> = Attributes & { name: string };

/** One choice of several under a name. A radio button knows no aria-invalid; its group is described by the problem. */
export function TypedRadio({ name, value, defaultChecked, ...rest }: Named<InputHTMLAttributes<HTMLInputElement>>) {
  const { problems, typed } = use(Answered);
  const checked = typed[name] === undefined ? defaultChecked : typed[name] === value;
  return <input type="radio" {...rest} name={name} value={value} defaultChecked={checked} data-refused={problems[name] ? true : undefined} />;
}

/** One line. */
export function TypedInput({ name, defaultValue, ...rest }: Named<InputHTMLAttributes<HTMLInputElement>>) {
  const { problems, typed } = use(Answered);
  return <input {...rest} name={name} defaultValue={typed[name] ?? defaultValue} aria-invalid={problems[name] ? true : undefined} />;
}

/** Several lines. */
export function TypedTextarea({ name, defaultValue, ...rest }: Named<TextareaHTMLAttributes<HTMLTextAreaElement>>) {
  const { problems, typed } = use(Answered);
  return <textarea {...rest} name={name} defaultValue={typed[name] ?? defaultValue} aria-invalid={problems[name] ? true : undefined} />;
}
