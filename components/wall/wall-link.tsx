import type { LinkProps } from '../ui/link-button';

/**
 * A link on the wall: a plain anchor. A screen has about a hundred of them, drawn anew with every change, and they lead away
 * from the wall: what the router's own link would prepare for each costs more than it brings.
 */
export function WallLink({ href, children, className, label }: LinkProps) {
  return (
    <a href={href} className={className} aria-label={label}>
      {children}
    </a>
  );
}
