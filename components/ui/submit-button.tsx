'use client';

import { useRef, type MouseEvent, type ReactNode } from 'react';
import { useFormStatus } from 'react-dom';
import { buttonClass, type Tone } from './classes';

const DOUBLE_CLICK_MS = 800;

export type SubmitButtonProps = { children: ReactNode; working: string; tone?: Tone; small?: boolean; name?: string; value?: string; /** Where script sends the form: it is on its way. */ busy?: boolean };

/** Sends its form once: a second click while it works, or right after the first with nothing typed in between, is ignored. `working` is what it says meanwhile. */
export function SubmitButton({ children, working, tone = 'primary', small, name, value, busy = false }: SubmitButtonProps) {
  const pending = useFormStatus().pending || busy;
  const last = useRef(-Infinity);
  const guard = (event: MouseEvent<HTMLButtonElement>) => {
    if (pending || event.timeStamp - last.current < DOUBLE_CLICK_MS) return event.preventDefault();
    last.current = event.timeStamp;
    event.currentTarget.form?.addEventListener('input', () => void (last.current = -Infinity), { once: true });
  };
  // aria-disabled, not disabled: the focus must not be lost while the form is on its way.
  return (
    <button type="submit" name={name} value={value} aria-disabled={pending || undefined} onClick={guard} className={buttonClass(tone, small)}>
      <span aria-live="polite">{pending ? working : children}</span>
    </button>
  );
}
