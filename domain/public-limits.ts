/** What the public sends in. */
export const PUBLIC_DEEDS = ['apply', 'object', 'follow'] as const;
export type PublicDeed = (typeof PUBLIC_DEEDS)[number];

/** How often an hour one address may do it. Of follow, only what found nothing is counted. */
export const PUBLIC_LIMITS: Readonly<Record<PublicDeed, number>> = { apply: 5, object: 10, follow: 10 };

/**
 * Whom an address stands for. The last half of an IPv6 address is the device's own choice, so its network is counted; an IPv4
 * address stays, also where it is written as IPv6. Null: nobody said where the request came from; all of these count as one.
 */
export function networkOf(address: string | null): string {
  const text = (address ?? '').trim().toLowerCase().replace(/^::ffff:(?=\d+\.)/, '');
  if (!text.includes(':')) return text;
  const [head = '', tail] = text.replace(/%.*$/, '').split('::');
  const groups = head.split(':').filter(Boolean);
  const rest = tail?.split(':').filter(Boolean) ?? [];
  const missing = tail === undefined ? 0 : Math.max(0, 8 - groups.length - rest.length);
  return `${[...groups, ...Array<string>(missing).fill('0'), ...rest].slice(0, 4).map((group) => group.replace(/^0+(?=.)/, '')).join(':')}::`;
}
