import type { ButtonHTMLAttributes } from 'react';
import { buttonClass, type Tone } from './classes';

export type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & { tone?: Tone; small?: boolean };

/** A plain button. For a form that writes, use SubmitButton: it shows that it works and takes one click only. */
export function Button({ tone, small, className, type = 'button', ...rest }: ButtonProps) {
  return <button type={type} className={`${buttonClass(tone, small)} ${className ?? ''}`} {...rest} />;
}
