import type { ReactNode } from 'react';

/** What was typed into a form and what is wrong with it; given back when it was refused. */
export interface FormState {
  readonly message: string | null;
  readonly fields: Readonly<Record<string, string>>;
  readonly typed: Readonly<Record<string, string>>;
}

export const EMPTY: FormState = { message: null, fields: {}, typed: {} };

interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly note?: string;
  readonly hint?: string;
  readonly state: FormState;
}

const wiring = ({ name, hint, state }: FieldProps) => ({
  id: name,
  name,
  'aria-invalid': state.fields[name] ? (true as const) : undefined,
  'aria-describedby': [state.fields[name] && `${name}-error`, hint && `${name}-hint`].filter(Boolean).join(' ') || undefined,
});

function Field({ field: { name, label, note, hint, state }, children }: { field: FieldProps; children: ReactNode }) {
  const error = state.fields[name];
  return (
    <div className="field">
      <label htmlFor={name}>{label}{note && <span className="note"> {note}</span>}</label>
      {hint && <p className="note" id={`${name}-hint`}>{hint}</p>}
      {children}
      {error && <p className="error" id={`${name}-error`}>▲ {error}</p>}
    </div>
  );
}

type InputProps = FieldProps & { readonly required?: boolean; readonly mode?: 'tel' | 'text'; readonly autoComplete?: string; readonly most?: number };

/** A line of text, with its error and its hint beside it. */
export function TextField({ required = true, mode = 'text', autoComplete = 'off', most, ...field }: InputProps) {
  return (
    <Field field={field}>
      <input {...wiring(field)} type={mode} required={required} autoComplete={autoComplete} maxLength={most} defaultValue={field.state.typed[field.name]} />
    </Field>
  );
}

/** Several lines of text. */
export function TextArea({ most, ...field }: FieldProps & { most: number }) {
  return (
    <Field field={field}>
      <textarea {...wiring(field)} rows={5} required maxLength={most} defaultValue={field.state.typed[field.name]} />
    </Field>
  );
}

/** A choice from a list. `none` is what stands there before one is chosen. */
export function Choice({ none, options, required = true, chosen, ...field }: FieldProps & { none: string; options: readonly { value: string; label: string }[]; required?: boolean; chosen?: string }) {
  return (
    <Field field={field}>
      <select {...wiring(field)} required={required} defaultValue={field.state.typed[field.name] ?? chosen ?? ''}>
        <option value="">{none}</option>
        {options.map(({ value, label }) => <option key={value} value={value}>{label}</option>)}
      </select>
    </Field>
  );
}

/** Why nothing was saved, above the form; read out at once. */
export function Refused({ state }: { state: FormState }) {
  return state.message === null ? null : <p className="error box" role="alert">{state.message}</p>;
}
