/** What becomes of something sent from a device, by the answer's status; null is no answer at all. */
export type SendingResult = 'sent' | 'later' | 'signed-out' | 'refused';

/**
 * Sent when it was taken, also when it had been taken before. No signal and a fault of the server mean later, by itself. An ended
 * session waits for the person. Everything else is a refusal, which nobody but the person can settle.
 */
export function sendingResult(status: number | null): SendingResult {
  if (status === null || status >= 500 || status === 408 || status === 429) return 'later';
  if (status >= 200 && status < 300) return 'sent';
  return status === 401 ? 'signed-out' : 'refused';
}
