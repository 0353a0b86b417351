import type { InputHTMLAttributes } from 'react';
import { FieldNotes, wiring, type FieldProps } from './field';
import { split } from './text-input';

export type CheckboxProps = FieldProps & { kind?: 'checkbox' | 'radio' } & Omit<InputHTMLAttributes<HTMLInputElement>, 'name' | 'id' | 'type'>;

/** A tick box, or one choice of a radio group; the whole line can be tapped. */
export function Checkbox(props: CheckboxProps) {
  const { field, rest: all } = split(props);
  const { kind = 'checkbox', ...rest } = all;
  const { id = field.name, label } = field;
  return (
    <div>
      <label htmlFor={id} className="flex min-h-11 items-center gap-2 lg:min-h-8">
        <input {...rest} type={kind} {...wiring(field)} className="size-5 shrink-0 accent-accent lg:size-4" />
        <span>{label}</span>
      </label>
      <FieldNotes field={field} />
    </div>
  );
}
