'use client';

import { useRouter } from 'next/navigation';
import { type MouseEvent, type ReactNode, startTransition } from 'react';
import { buttonClass, LINK, type Tone } from './classes';

export type LinkProps = { href: string; children: ReactNode; className?: string; label?: string; current?: boolean };

/**
 * A link to another page of the product. `label` replaces the spoken name where the text alone says too little; `current` marks the
 * page on screen. Nothing is fetched ahead, so it is a plain anchor that the router follows: drawn by the hundred, Next's own weighs.
 */
export function TextLink({ href, children, className = LINK, label, current }: LinkProps) {
  const router = useRouter();
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    const elsewhere = event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
    if (event.defaultPrevented || elsewhere) return;
    event.preventDefault();
    startTransition(() => router.push(href));
  };
  return (
    <a href={href} onClick={follow} className={className} aria-label={label} aria-current={current ? 'page' : undefined}>
      {children}
    </a>
  );
}

/** Goes somewhere, looks like a button. */
export function LinkButton({ tone, small, ...rest }: Omit<LinkProps, 'className' | 'current'> & { tone?: Tone; small?: boolean }) {
  return <TextLink {...rest} className={buttonClass(tone, small)} />;
}
