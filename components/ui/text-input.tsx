import type { InputHTMLAttributes, TextareaHTMLAttributes } from 'react';
import { INPUT } from './classes';
import { Field, wiring, type FieldProps } from './field';

type Split<P> = { field: FieldProps; rest: Omit<P, keyof FieldProps> };

/** Parts the field's own properties from those of the input element. */
export function split<P extends FieldProps>(props: P): Split<P> {
  const { name, id, label, labelHidden, hint, error, note, ...rest } = props;
  return { field: { name, id, label, labelHidden, hint, error, note }, rest };
}

export type TextInputProps = FieldProps & Omit<InputHTMLAttributes<HTMLInputElement>, 'name' | 'id'>;

/** One line of text, a number (`inputMode="numeric"`), a date, a password. Uncontrolled unless told. */
export function TextInput(props: TextInputProps) {
  const { field, rest } = split(props);
  return (
    <Field field={field}>
      <input type="text" {...rest} {...wiring(field)} className={INPUT} />
    </Field>
  );
}

export type TextareaProps = FieldProps & Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'name' | 'id'>;

/** Several lines of text. */
export function Textarea(props: TextareaProps) {
  const { field, rest } = split(props);
  return (
    <Field field={field}>
      <textarea rows={3} {...rest} {...wiring(field)} className={INPUT} />
    </Field>
  );
}
