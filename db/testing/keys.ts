import { createHash } from 'node:crypto';

/** Keys for tests alone, made here so that no secret is written down. */
const made = (name: string) => createHash('sha256').update(`test ${name}`).digest('base64');

export const TEST_KEYS = { DATA_KEY: made('data'), AUTH_SECRET: made('auth'), GUATU_TEST_CLUSTER: '1' };
