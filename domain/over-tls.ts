/**
 * Whether a browser came over TLS: by the installation's own address or, without one, by what the proxy in front says (its
 * X-Forwarded-Proto, the browser's own stretch first).
 */
export const cameOverTls = (address: string | undefined, forwardedProto: string | null | undefined): boolean =>
  address ? address.startsWith('https://') : forwardedProto?.split(',')[0]?.trim() === 'https';
