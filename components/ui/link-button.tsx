'use client';

import Link from 'next/link';
import type { ReactNode } from 'react';
import { buttonClass, LINK, type Tone } from './classes';

export type LinkProps = { href: string; children: ReactNode; className?: string; label?: string };

/** A link to another page of the product. `label` replaces the spoken name where the text alone says too little. */
export function TextLink({ href, children, className = LINK, label }: LinkProps) {
  return (
    <Link href={href} prefetch={false} className={className} aria-label={label}>
      {children}
    </Link>
  );
}

/** Goes somewhere, looks like a button. */
export function LinkButton({ tone, small, ...rest }: Omit<LinkProps, 'className'> & { tone?: Tone; small?: boolean }) {
  return <TextLink {...rest} className={buttonClass(tone, small)} />;
}
