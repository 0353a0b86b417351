/**
 * The numbers of PostgreSQL's advisory locks, each used for one thing. Those with a second number (a township's, a name's hash, 0)
 * and those without are two spaces; names that are hashed to one long number (hashtextextended) share the second.
 */
export const LOCKS = {
  /** With a township's code: what is measured of it is booked by one at a time. */
  measuring: 7301,
  /** With the hash of a job's name: one job of a kind at a time, on however many instances. */
  job: 7302,
  filingCalendar: 7303,
  auditSeals: 7304,
  reliefRules: 7305,
  /** With the hash of a sign-in name: its attempts are counted one after the other. */
  signIn: 7306,
  loading: 7307,
  /** With 0: writers that measure share it, whoever moves the measured day has it alone. */
  measuredDay: 7308,
} as const;

/** Those without a second number. */
export const WHOLE_LOCKS = {
  /** Whoever books holds it to the end of the transaction; the database's own bookings too (db/migrations/0021). */
  ledger: 7302,
  migration: 727_274,
} as const;
