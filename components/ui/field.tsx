import type { ReactNode } from 'react';

export type FieldProps = {
  name: string;
  /** Defaults to the name; give one where a page repeats a name. */
  id?: string;
  label: string;
  labelHidden?: boolean;
  hint?: ReactNode;
  error?: string;
  /** The word after the label, e.g. messages.common.field.required. */
  note?: string;
};

type Wiring = { id: string; name: string; 'aria-describedby'?: string; 'aria-invalid'?: true };

/** What ties an input to its label, hint and error for a screen reader. */
export function wiring({ name, id = name, hint, error }: FieldProps): Wiring {
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ');
  return { id, name, ...(described && { 'aria-describedby': described }), ...(error && { 'aria-invalid': true as const }) };
}

/** Label above, input, then the error and the hint right under it. */
export function Field({ field, children }: { field: FieldProps; children: ReactNode }) {
  const { name, id = name, label, labelHidden, note } = field;
  return (
    <div className="min-w-0 space-y-1">
      <label htmlFor={id} className={labelHidden ? 'sr-only' : 'block text-sm font-medium'}>
        {label}
        {note && <span className="ms-1.5 font-normal text-muted">{note}</span>}
      </label>
      {children}
      <FieldNotes field={field} />
    </div>
  );
}

/** The error and the hint of a field, where `wiring` points a screen reader. */
export function FieldNotes({ field: { name, id = name, hint, error } }: { field: FieldProps }) {
  return (
    <>
      {error && (
        <p id={`${id}-error`} className="text-sm text-red">
          <span aria-hidden="true">▲ </span>
          {error}
        </p>
      )}
      {hint && (
        <p id={`${id}-hint`} className="text-sm text-muted">
          {hint}
        </p>
      )}
    </>
  );
}
