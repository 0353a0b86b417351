'use client';

import type { SelectHTMLAttributes } from 'react';
import { INPUT } from './classes';
import { Field, wiring, type FieldProps } from './field';
import { split } from './text-input';

export type Option = { value: string; label: string };
export type OptionGroup = { label: string; options: Option[] };
export type SelectProps = FieldProps & { options: (Option | OptionGroup)[] } & Omit<SelectHTMLAttributes<HTMLSelectElement>, 'name' | 'id'>;

const isGroup = (item: Option | OptionGroup): item is OptionGroup => 'options' in item;

/**
 * The browser's own select: it works without script and suits every phone. Options may stand in groups. On the client's side of the
 * line so that its options travel as data.
 */
export function Select(props: SelectProps) {
  const { field, rest: all } = split(props);
  const { options, ...rest } = all;
  return (
    <Field field={field}>
      <select {...rest} {...wiring(field)} className={INPUT}>
        {options.map((item) =>
          isGroup(item) ? (
            <optgroup key={item.label} label={item.label}>
              {item.options.map(choice)}
            </optgroup>
          ) : (
            choice(item)
          ),
        )}
      </select>
    </Field>
  );
}

const choice = ({ value, label }: Option) => (
  <option key={value} value={value}>
    {label}
  </option>
);
