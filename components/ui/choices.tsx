import type { Option } from './select';
import { FieldNotes, type FieldProps } from './field';

export type ChoicesProps = FieldProps & { options: Option[]; defaultValue?: string; required?: boolean };

/** One of a few, by a tap: radio buttons that look like chips. A word marks the choice, not the colour alone. */
export function Choices({ options, defaultValue, required, ...field }: ChoicesProps) {
  const { name, id = name, label, note, error, hint } = field;
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ');
  return (
    <fieldset className="min-w-0 space-y-1" aria-describedby={described || undefined}>
      <legend className="text-sm font-medium">
        {label}
        {note && <span className="ms-1.5 font-normal text-muted">{note}</span>}
      </legend>
      <div className="flex flex-wrap gap-2">
        {options.map(({ value, label: text }) => (
          <label key={value} className="flex min-h-11 cursor-pointer items-center gap-2 rounded-md border border-line-strong bg-panel px-3 has-checked:border-accent has-checked:font-medium lg:min-h-9">
            <input type="radio" name={name} value={value} defaultChecked={value === defaultValue} required={required} className="size-4 accent-accent" />
            {text}
          </label>
        ))}
      </div>
      <FieldNotes field={field} />
    </fieldset>
  );
}
