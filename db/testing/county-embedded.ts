import { afterAll, inject } from 'vitest';
import { closeEngine } from '../engine/engine';
import { TEST_KEYS } from './keys';

/** All files share the run's county, one after the other: the embedded database belongs to one process. */
delete process.env.DATABASE_URL;
Object.assign(process.env, TEST_KEYS, { DATA_DIR: inject('folder') });
afterAll(closeEngine);
