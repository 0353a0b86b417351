import 'server-only';

interface Headers {
  get(name: string): string | null;
}

/**
 * Whether a write comes from a page of this site: its Origin must be there and be the host that was asked.
 * A proxy passes the host on in X-Forwarded-Host.
 */
export function isOwnOrigin(headers: Headers): boolean {
  const origin = headers.get('origin');
  const host = headers.get('x-forwarded-host') ?? headers.get('host');
  if (!origin || !host || !URL.canParse(origin)) return false;
  return new URL(origin).host === host.split(',')[0]?.trim();
}
