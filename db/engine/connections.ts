import type pg from 'pg';

/**
 * Hears a connection that is lost: an idle one is told of, and the next query opens another; one lost between two statements of
 * somebody's work fails at the next statement. Unheard, either would end the process.
 */
export function hearLosses(pool: pg.Pool): void {
  pool.on('error', (failure) => console.error('idle database connection:', failure.message));
  pool.on('connect', (client) => client.on('error', () => {}));
}
